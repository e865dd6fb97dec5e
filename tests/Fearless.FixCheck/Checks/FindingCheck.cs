using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Fearless.FixCheck;

/// <summary>What was reported is gone, and nothing else is reported in its place.</summary>
internal static class FindingCheck
{
    public static IEnumerable<string> Problems(Snapshot before, Snapshot after, string fixedId)
    {
        if (after.Count(fixedId) >= before.Count(fixedId))
            yield return "the finding stays";
        foreach (var group in after.Findings.GroupBy(static finding => finding.Id))
        {
            if (group.Key != fixedId && group.Count() > before.Count(group.Key))
                yield return $"new finding {group.Key}: {group.First().GetMessage(CultureInfo.InvariantCulture)}";
        }
    }
}
