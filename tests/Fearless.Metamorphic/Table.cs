using System;
using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;

namespace Fearless.Metamorphic;

/// <summary>How often each transformation applied, and how many verdicts hold.</summary>
internal static class Table
{
    public static IEnumerable<string> Of(IReadOnlyCollection<Trial> trials) =>
    [
        .. trials.GroupBy(static t => t.Transformation).OrderBy(static group => group.Key, StringComparer.Ordinal).Select(static group => Line(group.Key, [.. group])),
        Line("all", trials),
    ];

    /// <summary>Of the verdicts that a transformation can lose.</summary>
    public static double Share(IReadOnlyCollection<Trial> trials) =>
        trials.Count(static t => t.WasApplied) is > 0 and var all ? (double)trials.Count(static t => t is { WasApplied: true, Holds: true }) / all : 1;

    private static string Line(string name, IReadOnlyCollection<Trial> trials)
    {
        var bugs = trials.Where(static t => t is { WasApplied: true, IsBug: true }).ToList();
        var twins = trials.Where(static t => t is { WasApplied: true, IsBug: false }).ToList();
        return FormattableString.Invariant(
            $"{name,-32} caught {Of(bugs),10} silent {Of(twins),10} holds {Share(trials),6:P1} given up {trials.Count(static t => !t.WasApplied)}");

        static string Of(List<Trial> list) => $"{list.Count(static t => t.Holds)} of {list.Count}";
    }
}
