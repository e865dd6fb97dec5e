using System;
using System.Collections.Generic;
using System.Linq;

namespace Fearless.FixCheck;

/// <summary>What was tried, and what went wrong.</summary>
internal static class Report
{
    public static IEnumerable<string> Lines(IReadOnlyList<Outcome> outcomes, bool withTexts = false)
    {
        foreach (var bad in outcomes.Where(static outcome => outcome.IsBad))
        {
            yield return $"BAD {bad.Subject}: {bad.What}";
            foreach (var problem in bad.Problems)
                yield return "    " + problem.Replace("\n", "\n    ", StringComparison.Ordinal);
            if (withTexts)
                yield return bad.Text;
        }

        yield return $"{outcomes.Count} tried, {outcomes.Count(static outcome => outcome.IsBad)} bad";
    }
}
