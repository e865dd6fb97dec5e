using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Fearless.Analyzers.Flow;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Fearless.Analyzers.Tests.FailedAnalysisRule;

/// <summary>A failure costs what was being looked at, and nothing else.</summary>
public static class Diagnostics
{
    private const string Source = """
        class Stock
        {
            int Sound() => 1;
            int Fails() => 2;
            int Other() => 3;
        }

        class FailsAtTheEnd
        {
            int Sound() => 4;
        }

        class FailsAtOnce
        {
            int Sound() => 5;
        }
        """;

    [Fact]
    public static async Task Only_its_own_findings_are_lost() => Assert.Equal(
        [
            "Stock: class", "Sound: int", "Sound: ()", "Sound: => 1", "Sound: 1",
            "Other: int", "Other: ()", "Other: => 3", "Other: 3",
            "Sound: int", "Sound: ()", "Sound: => 4", "Sound: 4",
            "Sound: int", "Sound: ()", "Sound: => 5",
        ],
        (await Findings(Source)).Where(static d => d.Id == "FEAR6003").Select(static d => $"{d.GetMessage().Split('\'')[1]}: {Text(d)}"));

    [Fact]
    public static async Task It_is_said_once_where_it_happened() => Assert.Equal(
        [
            "'Fails' could not be analysed (InvalidOperationException in FailingAnalyzer.Look), so findings may be missing here: please report it",
            "'FailsAtTheEnd' could not be analysed (InvalidOperationException in FailingAnalyzer.Look), so findings may be missing here: please report it",
            "'FailsAtOnce' could not be analysed (KeyNotFoundException in FailingAnalyzer.Start), so findings may be missing here: please report it",
        ],
        (await Findings(Source)).Where(static d => d.Id == "FEAR9001").Select(static d => d.GetMessage()));

    /// <summary>The facts of one body are asked for by many rules, of which none need be about that body alone.</summary>
    [Fact]
    public static void Facts_that_cannot_be_found_are_unknown()
    {
        var compilation = InProcessBuild.Compile("Failing", [InProcessBuild.Parse("class C { void M() { lock (this) { } } }", "Failing.cs")]);
        var body = compilation.SyntaxTrees[0].GetRoot().DescendantNodes().OfType<BlockSyntax>().First();
        var method = compilation.GetTypeByMetadataName("C")!.GetMembers("M")[0];
        var failures = new Failures();
        var cache = new BodyFactsCache(new MethodSummaries(compilation, failures), failures);
        var block = compilation.GetSemanticModel(body.SyntaxTree).GetOperation(body)!;
        Assert.Null(cache.Of(block, method, static _ => throw new InvalidOperationException(), default));
        Assert.Null(cache.Of(block, method, static _ => throw new InvalidOperationException(), default));
        var said = new List<Diagnostic>();
        failures.HandOn(said.Add);
        Assert.Equal("FEAR9001", Assert.Single(said).Id);
    }

    private static string Text(Diagnostic finding) =>
        finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan) is var text && text.StartsWith("class", System.StringComparison.Ordinal) ? "class" : text;

    private static async Task<Diagnostic[]> Findings(string source) =>
        [.. (await InProcessBuild.BuildAsync(InProcessBuild.Compile("Failing", [InProcessBuild.Parse(source, "Failing.cs")]), [new FailingAnalyzer()])).Findings
            .OrderBy(static d => d.Location.SourceSpan.Start).ThenBy(static d => d.Location.SourceSpan.End)];
}
