using System;
using System.IO;
using System.Linq;
using Fearless.RuleDocs;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Fearless.Analyzers.Tests.Repository;

public sealed class ReleaseNotesTests
{
    [Fact]
    public void Every_rule_has_a_line_with_its_category_and_severity() => Problems.AssertNone(
        from rule in RuleSet.Rules
        let line = Lines().LastOrDefault(cells => cells[0] == rule.Id)
        let severity = rule.Level == RuleLevel.Strict ? "Disabled" : rule.Severity.ToString()
        where line is null || line[1] != rule.Category || line[2] != severity
        select line is null
            ? $"{rule.Id} is missing from AnalyzerReleases.Unshipped.md: {rule.Id} | {rule.Category} | {severity} | {rule.Title}"
            : $"{rule.Id} is {rule.Category}, {severity}, not '{line[1]}, {line[2]}'");

    [Fact]
    public void No_line_is_about_a_rule_that_does_not_exist() => Problems.AssertNone(
        Lines().Select(static cells => cells[0]).Except(RuleSet.Rules.Select(static rule => rule.Id))
            .Select(static id => $"{id} is in AnalyzerReleases but not in the descriptor table"));

    private static string[][] Lines() =>
        [.. new[] { "Shipped", "Unshipped" }
            .SelectMany(static part => File.ReadLines(RuleSet.InTree("src", "Fearless.Analyzers", $"AnalyzerReleases.{part}.md")))
            .Where(static line => line.StartsWith("FEAR", StringComparison.Ordinal))
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))];
}
