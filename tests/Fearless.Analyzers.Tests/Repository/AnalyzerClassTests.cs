using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Fearless.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Fearless.Analyzers.Tests.Repository;

public sealed class AnalyzerClassTests
{
    [Fact]
    public void Analyzers_are_sealed_registered_and_built_on_the_frame() => Problems.AssertNone(RuleSet.Analyzers.SelectMany(Frame));

    private static IEnumerable<string> Frame(DiagnosticAnalyzer analyzer)
    {
        var type = analyzer.GetType();
        if (!type.IsSealed)
            yield return $"{type.Name} is not sealed";
        if (analyzer is not FearlessAnalyzer)
            yield return $"{type.Name} does not derive from {nameof(FearlessAnalyzer)}, which sees to the gate";
        if (type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not { Languages: [LanguageNames.CSharp] })
            yield return $"{type.Name} has no [DiagnosticAnalyzer(LanguageNames.CSharp)], so no compiler would run it";
    }

    [Fact]
    public void No_class_is_named_by_an_id() => Problems.AssertNone(
        from assembly in new[] { typeof(FearlessAnalyzer).Assembly, typeof(FearlessCodeFix).Assembly }
        from type in assembly.GetTypes()
        where Regex.IsMatch(type.Name, @"FEAR\d{4}")
        select $"{type.Name}: a class says what it is; only the descriptor table knows IDs");

    [Fact]
    public void Analyzers_stand_in_the_folder_of_their_area() => Problems.AssertNone(
        from analyzer in RuleSet.Analyzers
        let folder = RuleSet.InTree("src", "Fearless.Analyzers", "Rules", RuleSet.AreaOf(analyzer.SupportedDiagnostics[0]))
        let file = analyzer.GetType().Name + ".cs"
        where !Directory.Exists(folder) || Directory.GetFiles(folder, file, SearchOption.AllDirectories).Length != 1
        select $"{file} is not in {RuleSet.Relative(folder)}");

    [Theory]
    [InlineData("Valid.cs")]
    [InlineData("Diagnostics.cs")]
    [InlineData("CodeFix.cs")]
    public void Every_rule_has_its_folder_of_tests(string file) => Problems.AssertNone(
        from rule in RuleSet.Descriptors
        where file != "CodeFix.cs" || CodeFixTests.WantsFix(rule)
        let area = RuleSet.InTree("tests", "Fearless.Analyzers.Tests", "Rules", RuleSet.AreaOf(rule))
        let folders = RuleSet.NamesOf(rule).Select(name => Path.Combine(area, name)).ToList()
        where !folders.Any(folder => File.Exists(Path.Combine(folder, file)))
        select $"{rule.Id} has no {file} in {string.Join(" or ", folders.Select(RuleSet.Relative))}");
}
