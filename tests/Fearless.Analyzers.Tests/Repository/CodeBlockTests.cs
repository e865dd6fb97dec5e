using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Fearless.Analyzers.Tests.Repository;

/// <summary>Every block of C# in the documentation compiles alone, and the rules report what its comments say: examples cannot lie.</summary>
public sealed class CodeBlockTests
{
    // What a new project has without asking: ImplicitUsings.
    private static readonly SyntaxTree _implicitUsings = InProcessBuild.Parse(
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """,
        "ImplicitUsings.cs");

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Compiles_and_is_reported_on_as_marked(string file, int line)
    {
        var block = CodeBlock.Read(RuleSet.InTree(file)).Single(block => block.Line == line);
        var tree = InProcessBuild.Parse(block.Text, block.File);
        var compilation = InProcessBuild.Compile("Documentation", [tree, _implicitUsings], MetadataReference.CreateFromFile(typeof(SendAttribute).Assembly.Location));
        Problems.AssertNone(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(d => Describe(block, d)));

        if (block.Page is { } rule && RuleSet.Descriptors.Any(descriptor => descriptor.Id == rule && !descriptor.IsEnabledByDefault))
            compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(ImmutableDictionary<string, ReportDiagnostic>.Empty.Add(rule, ReportDiagnostic.Warn)));
        var found = await InProcessBuild.AnalyseAsync(compilation, RuleSet.Analyzers);
        var actual = found.Select(d => $"{Line(block, d)}: {d.Id}").ToList();
        var expected = block.Expected().ToList();
        Problems.AssertNone(
            expected.Except(actual).Select(finding => $"{block.File}:{finding} is promised, but not reported")
                .Concat(found.Where(d => !expected.Contains($"{Line(block, d)}: {d.Id}")).Select(d => "not promised: " + Describe(block, d))));
    }

    public static TheoryData<string, int> Blocks()
    {
        var blocks = new TheoryData<string, int>();
        foreach (var block in SourceFiles.Text().Where(static file => Path.GetExtension(file) == ".md").Order(StringComparer.Ordinal).SelectMany(CodeBlock.Read))
            blocks.Add(block.File, block.Line);
        return blocks;
    }

    private static int Line(CodeBlock block, Diagnostic finding) => block.Line + finding.Location.GetLineSpan().StartLinePosition.Line;

    private static string Describe(CodeBlock block, Diagnostic finding) => $"{block.File}:{Line(block, finding)}: {finding.Id}: {finding.GetMessage()}";
}
