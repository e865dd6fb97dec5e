using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Fearless.Analyzers.Tests.Repository;

/// <summary>Every block of C# in the documentation compiles alone, and the rules report what its comments say: examples cannot lie.</summary>
public sealed class CodeBlockTests
{
    [Fact]
    public async Task The_readme_prints_what_a_build_prints()
    {
        var blocks = CodeBlock.Read(RuleSet.Tree.Readme).Where(static block => block.Expected().Any()).ToList();
        Assert.NotEmpty(blocks);
        var readme = File.ReadAllText(RuleSet.Tree.Readme);
        foreach (var block in blocks)
        {
            var result = await InProcessBuild.BuildAsync(Compile(block), RuleSet.Analyzers);
            Problems.AssertNone(result.Findings.Select(static d => $"Program.cs{Place(d)}: {d.Severity.ToString().ToLowerInvariant()} {d.Id}: {d.GetMessage()}")
                .Where(line => !readme.Contains(line, StringComparison.Ordinal)).Select(static line => $"README.md should show: {line}"));
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Compiles_and_is_reported_on_as_marked(string file, int line)
    {
        var block = CodeBlock.Read(RuleSet.InTree(file)).Single(block => block.Line == line);
        var compilation = Compile(block);
        if (block.Page is { } rule && RuleSet.Descriptors.Any(descriptor => descriptor.Id == rule && !descriptor.IsEnabledByDefault))
            compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(ImmutableDictionary<string, ReportDiagnostic>.Empty.Add(rule, ReportDiagnostic.Warn)));
        var result = await InProcessBuild.BuildAsync(compilation, RuleSet.Analyzers);
        Problems.AssertNone(result.Errors.Select(d => Describe(block, d)));
        var actual = result.Findings.Select(d => $"{Line(block, d)}: {d.Id}").ToList();
        var expected = block.Expected().ToList();
        Problems.AssertNone(
            expected.Except(actual).Select(finding => $"{block.File}:{finding} is promised, but not reported")
                .Concat(result.Findings.Where(d => !expected.Contains($"{Line(block, d)}: {d.Id}")).Select(d => "not promised: " + Describe(block, d))));
    }

    public static TheoryData<string, int> Blocks()
    {
        var blocks = new TheoryData<string, int>();
        foreach (var block in Documentation().Order(StringComparer.Ordinal).SelectMany(CodeBlock.Read))
            blocks.Add(block.File, block.Line);
        return blocks;
    }

    // What users read; the pages under tests/ are about code that no user has.
    private static IEnumerable<string> Documentation() =>
        SourceFiles.Text().Where(static file => Path.GetExtension(file) == ".md" && !RuleSet.Relative(file).StartsWith("tests/", StringComparison.Ordinal));

    private static CSharpCompilation Compile(CodeBlock block) => InProcessBuild.Compile(
        "Documentation",
        [InProcessBuild.Parse(block.Text, block.File), ImplicitUsings.Tree],
        MetadataReference.CreateFromFile(typeof(SendAttribute).Assembly.Location));

    private static string Place(Diagnostic finding) =>
        finding.Location.GetLineSpan().StartLinePosition is var start ? $"({start.Line + 1},{start.Character + 1})" : "";

    private static int Line(CodeBlock block, Diagnostic finding) => block.Line + finding.Location.GetLineSpan().StartLinePosition.Line;

    private static string Describe(CodeBlock block, Diagnostic finding) => $"{block.File}:{Line(block, finding)}: {finding.Id}: {finding.GetMessage()}";
}
