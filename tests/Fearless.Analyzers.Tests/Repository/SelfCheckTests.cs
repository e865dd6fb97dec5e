using System;
using System.Collections.Generic;
using System.Composition;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Editing;
using Xunit;

namespace Fearless.Analyzers.Tests.Repository;

/// <summary>Every analyzer runs over our own code: the repository obeys itself, and no rule crashes on code of some size.</summary>
public sealed class SelfCheckTests
{
    private static readonly Type[] _roslyn = [typeof(SyntaxNode), typeof(CSharpSyntaxTree), typeof(DocumentEditor), typeof(SharedAttribute)];

    [Fact]
    public Task The_runtime_is_silent() => AssertSilentAsync("Fearless", ["src", "Fearless"]);

    [Fact]
    public Task The_analyzers_are_silent() => AssertSilentAsync("Fearless.Analyzers", ["src", "Fearless.Analyzers"], _roslyn);

    [Fact]
    public Task The_code_fixes_are_silent() => AssertSilentAsync("Fearless.CodeFixes", ["src", "Fearless.CodeFixes"], [.. _roslyn, typeof(FearlessAnalyzer)]);

    [Theory]
    [MemberData(nameof(RepairedSamples))]
    public Task Repaired_samples_are_silent(string sample) => AssertSilentAsync("Sample", ["samples", sample, "After"], typeof(SendAttribute));

    public static TheoryData<string> RepairedSamples() =>
        [.. Directory.GetDirectories(RuleSet.InTree("samples")).Where(static sample => Directory.Exists(Path.Combine(sample, "After"))).Select(static sample => Path.GetFileName(sample))];

    private static async Task AssertSilentAsync(string assemblyName, string[] folder, params Type[] references)
    {
        var trees = SourceFiles.CSharp(folder).Select(static file => InProcessBuild.Parse(File.ReadAllText(file), RuleSet.Relative(file))).ToList();
        Assert.NotEmpty(trees);
        if (folder[0] == "samples")
            trees.Add(ImplicitUsings.Tree);
        var compilation = InProcessBuild.Compile(assemblyName, trees, References(references));
        var result = await InProcessBuild.BuildAsync(compilation, RuleSet.Analyzers);
        Problems.AssertNone(result.Errors.Concat(result.Findings).Select(static d => d.ToString()));
    }

    // A workspace type lives in an assembly of its own beside the one that C# adds to it.
    private static IEnumerable<MetadataReference> References(IEnumerable<Type> types) =>
        types.Select(static type => type.Assembly.Location).Distinct().Select(static path => MetadataReference.CreateFromFile(path));
}
