using System.Collections.Generic;
using System.Text;

namespace Fearless.RuleDocs;

/// <summary>One line a rule.</summary>
internal static class RuleTable
{
    public static string ForReadme(IEnumerable<Rule> rules) => Text(rules, "src/Fearless.Analyzers/docs/");

    public static string Text(IEnumerable<Rule> rules, string folder)
    {
        var table = new StringBuilder("| ID | Rule | Severity | Runs | Code fix |\n| --- | --- | --- | --- | --- |\n");
        foreach (var rule in rules)
            table.Append($"| [{rule.Id}]({folder}{rule.Id}.md) | {rule.Title} | {Profile.Severity("default", rule)} | {RulePage.Runs(rule)} | {RulePage.YesNo(rule.HasFix)} |\n");
        return table.ToString();
    }
}
