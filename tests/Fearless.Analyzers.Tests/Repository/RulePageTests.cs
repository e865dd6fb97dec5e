using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Fearless.RuleDocs;
using Xunit;

namespace Fearless.Analyzers.Tests.Repository;

public sealed class RulePageTests
{
    [Fact]
    public void Every_rule_has_a_page() => Problems.AssertNone(
        from rule in RuleSet.Rules
        let path = RuleSet.Tree.Page(rule.Id)
        where !File.Exists(path)
        select $"{rule.Id} has no page. Fill in this one ({RuleSet.Relative(path)}):{Environment.NewLine}{RulePage.Stub(rule)}");

    [Fact]
    public void Every_page_is_about_a_rule() => Problems.AssertNone(
        Directory.GetFiles(RuleSet.Tree.Docs, "FEAR*.md").Select(Path.GetFileNameWithoutExtension)
            .Except(RuleSet.Rules.Select(static rule => rule.Id))
            .Select(static id => $"{id}.md is a page about no rule"));

    [Fact]
    public void Every_page_has_its_title_and_all_sections_with_something_in_them() => Problems.AssertNone(
        RuleSet.Rules.Where(static rule => File.Exists(RuleSet.Tree.Page(rule.Id)))
            .SelectMany(static rule => Sections(rule, File.ReadAllText(RuleSet.Tree.Page(rule.Id)))));

    private static IEnumerable<string> Sections(Rule rule, string page)
    {
        if (!page.StartsWith(RulePage.Title(rule) + "\n", StringComparison.Ordinal))
            yield return $"{rule.Id}.md should start with '{RulePage.Title(rule)}'";

        var sections = page.Split("\n## ").Skip(1).Select(static part => part.Split('\n', 2)).ToList();
        if (!sections.Select(static part => part[0]).SequenceEqual(RulePage.Sections))
            yield return $"{rule.Id}.md should have the sections {string.Join(", ", RulePage.Sections)}, in this order";

        foreach (var section in sections)
        {
            if (string.IsNullOrWhiteSpace(section[1]) || section[1].Contains(RulePage.Unwritten, StringComparison.Ordinal))
                yield return $"{rule.Id}.md: the section '{section[0]}' is empty";
        }

        if (!page.Contains("```csharp", StringComparison.Ordinal) || !page.Contains("// " + rule.Id, StringComparison.Ordinal))
            yield return $"{rule.Id}.md should show code on which the rule reports, marked '// {rule.Id}'";
    }

    [Fact]
    public void Generated_parts_are_what_the_descriptor_table_says() => Problems.AssertNone(
        RepositoryDocs.All(RuleSet.Tree).Where(static file => file.HasDrifted)
            .Select(static file => $"{file.Path} has drifted; regenerate it: dotnet run --project src/Fearless.RuleDocs -- --write"));

    [Fact]
    public void Every_option_is_documented()
    {
        var pages = Directory.GetFiles(RuleSet.Tree.Docs, "*.md").Append(RuleSet.Tree.Readme).Select(File.ReadAllText).ToList();
        Problems.AssertNone(
            from field in typeof(FearlessOptions).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            where field is { IsLiteral: true } && field.FieldType == typeof(string)
            let option = ((string)field.GetRawConstantValue()!).Replace("build_property.", "", StringComparison.Ordinal)
            where !pages.Any(page => page.Contains($"`{option}`", StringComparison.Ordinal))
            select $"the option `{option}` is in no rule page and not in the README");
    }
}
