using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace Fearless.Package.Tests;

/// <summary>What the packages do in somebody else's build.</summary>
[Collection(nameof(ScratchProjects))]
public sealed partial class ConsumerTests(ScratchProjects scratch)
{
    [Fact]
    public void A_direct_reference_reports_exactly_the_expected_findings() => Assert.Equal(scratch.Expected("Direct"), Sarif.Findings(scratch.Log("Direct")));

    [Fact]
    public void The_console_prints_them_with_place_text_and_help_link()
    {
        // The console says where a finding starts, the log where it ends as well.
        var expected = scratch.Expected("Direct").Where(static line => line.Contains("): warning", StringComparison.Ordinal)).Select(static line => EndColumn().Replace(line, "$1): ")).ToList();
        var printed = scratch.Build.FindingsOf("Direct").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(expected, printed.Select(static line => HelpLink().Replace(line, "")));
        Assert.All(printed, static line => Assert.Matches(HelpLink(), line));
    }

    [Fact]
    public void The_log_has_the_help_link_of_each_rule() => Assert.All(
        Sarif.HelpLinks(scratch.Log("Direct")),
        static rule => Assert.Equal($"https://github.com/fearless-dotnet/fearless/blob/main/src/Fearless.Analyzers/docs/{rule.Key}.md", rule.Value));

    [Fact]
    public async Task Warnings_as_errors_fail_the_build()
    {
        var build = await scratch.RebuildAsync("Direct", "-warnaserror");
        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(
            scratch.Expected("Direct").Where(static line => line.Contains("): warning", StringComparison.Ordinal)).Select(static line => EndColumn().Replace(line, "$1): ").Replace("): warning", "): error", StringComparison.Ordinal)),
            build.FindingsOf("Direct").Select(static line => HelpLink().Replace(line, "")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_certain_hang_is_an_error_without_being_asked() => Assert.Equal(scratch.Expected("Certain"), Sarif.Findings(scratch.Log("Certain")));

    [Fact]
    public void Severities_of_the_editorconfig_hold() => Assert.Equal(
        ReLevel(scratch.Expected("Direct"), static id => id switch { "FEAR3001" => "error", "FEAR3003" => "note", "FEAR2001" => null, _ => "" }),
        Sarif.Findings(scratch.Log("Severities")));

    [Fact]
    public void Mode_none_is_silent() => Assert.Empty(Sarif.Findings(scratch.Log("ModeNone")));

    [Fact]
    public void Mode_strict_makes_warnings_of_suggestions() => Assert.Equal(
        [.. scratch.Expected("Direct").Select(static line => line.Replace("): note ", "): warning ", StringComparison.Ordinal)).Order(StringComparer.Ordinal)],
        Sarif.Findings(scratch.Log("ModeStrict")));

    [Fact]
    public void Mode_all_makes_warnings_of_everything() => Assert.Equal(
        ReLevel(scratch.Expected("Direct"), static _ => "warning"), Sarif.Findings(scratch.Log("ModeAll")));

    [Fact]
    public void A_mode_that_does_not_exist_is_an_error_that_names_the_modes() =>
        Assert.Contains("FearlessMode is 'wrong'; it can be none, default, strict or all", scratch.Build.Output, StringComparison.Ordinal);

    [Fact]
    public void A_transitive_consumer_is_not_judged()
    {
        Assert.Single(Sarif.Findings(scratch.Log("Library")));
        Assert.Empty(Sarif.Findings(scratch.Log("App")));
    }

    [Fact]
    public async Task A_transitive_consumer_loads_the_analyzers_all_the_same_so_the_gate_is_needed()
    {
        var analyzers = await scratch.RunAsync("msbuild", "App", "-t:ResolveLockFileAnalyzers", "-getItem:Analyzer", "-nodeReuse:false");
        Assert.Contains("Fearless.Analyzers.dll", analyzers.AssertSuccess().Output, StringComparison.Ordinal);
    }

    // Levels as the log calls them; null is no finding, "" leaves it.
    private static string[] ReLevel(string[] findings, Func<string, string?> levelOf) =>
        [.. from line in findings
            let finding = LevelAndId().Match(line)
            let level = levelOf(finding.Groups["id"].Value)
            where level is not null
            select level.Length == 0 ? line : line.Replace(finding.Value, $"): {level} {finding.Groups["id"].Value}: ", StringComparison.Ordinal)
            into changed
            orderby changed
            select changed];

    [GeneratedRegex(@"\): (warning|error|note) (?<id>FEAR\d{4}): ")]
    private static partial Regex LevelAndId();

    [GeneratedRegex(@"(?<=^[^(]+\(\d+,\d+)()-\d+\): ")]
    private static partial Regex EndColumn();

    [GeneratedRegex(@" \(https://[^)\s]+/FEAR\d{4}\.md\)$")]
    private static partial Regex HelpLink();
}
