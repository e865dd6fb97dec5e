using System.Collections.Generic;
using Fearless.Analyzers;

namespace Fearless.RuleDocs;

/// <summary>A rule's page: a title, a generated table, what a person has to say, a generated block of configuration.</summary>
internal static class RulePage
{
    /// <summary>Stands in a stub where a person has not said anything yet; a test looks for it.</summary>
    public const string Unwritten = "(not written yet)";

    private const string TablePart = "table";
    private const string ConfigurationPart = "configuration";

    public static IReadOnlyList<string> Sections { get; } =
        ["What it does", "Why", "Example", "Fix", "When to suppress", "Known limits", "Configuration"];

    public static string Title(Rule rule) => $"# {rule.Id}: {rule.Title}";

    public static string Runs(Rule rule) => rule.BuildOnly ? "in builds only" : "live and in builds";

    public static string YesNo(bool value) => value ? "yes" : "no";

    /// <summary>A page that somebody wrote by hand may lack the generated parts; they are put where the stub has them.</summary>
    public static string Update(Rule rule, string page)
    {
        if (!MarkedPart.IsIn(page, TablePart))
            page = $"{Title(rule)}\n\n{MarkedPart.Wrap(TablePart, "")}{page[page.IndexOf('\n')..]}";
        if (!MarkedPart.IsIn(page, ConfigurationPart))
            page = $"{page.TrimEnd('\n')}\n\n## Configuration\n\n{MarkedPart.Wrap(ConfigurationPart, "")}\n";
        return MarkedPart.Replace(MarkedPart.Replace(page, TablePart, Table(rule)), ConfigurationPart, Configuration(rule));
    }

    public static string Stub(Rule rule) => $"""
        {Title(rule)}

        {MarkedPart.Wrap(TablePart, Table(rule))}

        ## What it does

        {rule.Description}

        ## Why

        {Unwritten}

        ## Example

        {Unwritten}

        ## Fix

        {Unwritten}

        ## When to suppress

        {Unwritten}

        ## Known limits

        {Unwritten}

        ## Configuration

        {MarkedPart.Wrap(ConfigurationPart, Configuration(rule))}

        """;

    private static string Table(Rule rule) => $"""
        | | |
        | --- | --- |
        | Severity | {Profile.Severity("default", rule)} |
        | Level | {rule.Level}: {Explain(rule.Level)} |
        | In `FearlessMode` | none: {Profile.Severity("none", rule)} · default: {Profile.Severity("default", rule)} · strict: {Profile.Severity("strict", rule)} · all: {Profile.Severity("all", rule)} |
        | Category | {rule.Category} |
        | Runs | {Runs(rule)} |
        | Code fix | {YesNo(rule.HasFix)} |
        """;

    private static string Configuration(Rule rule) => $"""
        ```ini
        # none, silent, suggestion, warning or error
        [*.cs]
        dotnet_diagnostic.{rule.Id}.severity = none
        ```
        """;

    private static string Explain(RuleLevel level) => level switch
    {
        RuleLevel.Certain => "the program hangs, or throws, whenever the line runs",
        RuleLevel.Warning => "a race, a deadlock or a misuse that needs an unlucky schedule",
        RuleLevel.Suggestion => "worth a look; a careful person may decide against it",
        _ => "off unless the mode is strict or all; it reports what is not known",
    };
}
