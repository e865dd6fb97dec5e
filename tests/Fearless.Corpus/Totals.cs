using System;
using System.Collections.Generic;
using System.Linq;

namespace Fearless.Corpus;

/// <summary>How many bugs are caught and how many repaired programs and traps are silent, per set, group and tier.</summary>
internal static class Totals
{
    public static IEnumerable<string> Of(IReadOnlyList<Verdict> verdicts) =>
    [
        .. Lines(verdicts, static verdict => verdict.Case.Set),
        .. Lines(verdicts, static verdict => verdict.Case.Set + " " + verdict.Case.Group),
        .. Lines(verdicts.Where(static verdict => verdict.Case.Tier is not null), static verdict => verdict.Case.Set + " tier " + verdict.Case.Tier),
    ];

    private static IEnumerable<string> Lines(IEnumerable<Verdict> verdicts, Func<Verdict, string> key) =>
        verdicts.GroupBy(key).OrderBy(static group => group.Key, StringComparer.Ordinal).Select(Line);

    private static string Line(IGrouping<string, Verdict> group)
    {
        var bugs = group.Where(static verdict => !verdict.Case.IsTrap).ToList();
        var repaired = group.Where(static verdict => verdict.Case.Fixed is not null).ToList();
        return $"{group.Key,-36} caught {bugs.Count(static v => v.IsCaught),3}/{bugs.Count,-3} silent {repaired.Count(static v => v.IsSilent),3}/{repaired.Count}";
    }
}
