using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Fearless.Analyzers.Tests.Repository;

public sealed class DescriptorTests
{
    [Fact]
    public void Ids_are_unique() => Problems.AssertNone(
        RuleSet.Descriptors.GroupBy(static rule => rule.Id).Where(static group => group.Count() > 1)
            .Select(static group => $"{group.Key} is the ID of {group.Count()} descriptors"));

    [Fact]
    public void Fields_are_named_by_id_and_by_what_goes_wrong() => Problems.AssertNone(
        RuleSet.DescriptorFields.Select(static field => (field.Name, ((DiagnosticDescriptor)field.GetValue(null)!).Id))
            .Where(static x => !Regex.IsMatch(x.Name, $"^{x.Id}_[A-Z][A-Za-z]+$"))
            .Select(static x => $"Descriptors.{x.Name}: the name should be {x.Id}_ and what goes wrong"));

    [Fact]
    public void Every_rule_is_reported_by_an_analyzer() => Problems.AssertNone(
        from rule in RuleSet.Descriptors
        where !RuleSet.AnalyzersOf(rule).Any()
        select $"{rule.Id} is in the descriptor table, but no analyzer reports it");

    [Fact]
    public void Every_finding_is_of_a_rule_in_the_table() => Problems.AssertNone(
        from analyzer in RuleSet.Analyzers
        from rule in analyzer.SupportedDiagnostics
        where !RuleSet.Descriptors.Contains(rule)
        select $"{analyzer.GetType().Name} reports {rule.Id}, which is not in the descriptor table");

    [Fact]
    public void Help_links_lead_to_the_rules_page() => Problems.AssertNone(
        from rule in RuleSet.Descriptors
        let link = $"https://github.com/fearless-dotnet/fearless/blob/main/src/Fearless.Analyzers/docs/{rule.Id}.md"
        where rule.HelpLinkUri != link
        select $"{rule.Id}: the help link is '{rule.HelpLinkUri}', not '{link}'");

    [Fact]
    public void Messages_start_lower_case_or_with_a_name_and_have_no_final_period() => Problems.AssertNone(
        from rule in RuleSet.Descriptors
        let message = rule.MessageFormat.ToString()
        where !Regex.IsMatch(message, @"^('|\{|[a-z]).*[^.\s]$", RegexOptions.Singleline)
        select $"{rule.Id}: the message '{message}' should start lower case or with a quoted name, and end without a period");

    [Fact]
    public void Titles_are_sentences_without_a_period_and_descriptions_with_one() => Problems.AssertNone(
        RuleSet.Descriptors.SelectMany(Style));

    private static IEnumerable<string> Style(DiagnosticDescriptor rule)
    {
        var title = rule.Title.ToString();
        if (!Regex.IsMatch(title, @"^[A-Z][^\n]*[^.\s]$"))
            yield return $"{rule.Id}: the title '{title}' should start upper case and end without a period";
        if (!rule.Description.ToString().EndsWith('.'))
            yield return $"{rule.Id}: the description should be one or more sentences";
    }

    [Fact]
    public void The_compilation_end_tag_and_the_tier_agree() => Problems.AssertNone(
        RuleSet.Analyzers.Where(static analyzer => analyzer.SupportedDiagnostics.Where(static rule => rule.Id != "FEAR9001").Select(IsBuildOnly).Distinct().Count() > 1)
            .Select(static analyzer => $"{analyzer.GetType().Name} mixes live rules and rules that are reported in builds only"));

    private static bool IsBuildOnly(DiagnosticDescriptor rule) => rule.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd, StringComparer.Ordinal);
}
