using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Fearless.FixCheck;

/// <summary>All subjects in one variant.</summary>
internal static class FixRun
{
    public static async Task<(IReadOnlyList<Outcome> Outcomes, Coverage Coverage)> RunAsync(IEnumerable<Subject> subjects, Variant variant, Func<string, bool>? wants = null)
    {
        var coverage = new Coverage();
        var outcomes = new ConcurrentBag<Outcome>();
        await Parallel.ForEachAsync(subjects, async (subject, _) =>
        {
            foreach (var outcome in await new SubjectRun(variant.Of(subject), coverage, wants ?? (static _ => true)).RunAsync())
                outcomes.Add(outcome);
        });
        return ([.. outcomes.OrderBy(static outcome => outcome.Subject, StringComparer.Ordinal).ThenBy(static outcome => outcome.What, StringComparer.Ordinal)], coverage);
    }
}
