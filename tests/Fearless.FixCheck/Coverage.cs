using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Fearless.FixCheck;

/// <summary>How many findings get an action, per rule.</summary>
internal sealed class Coverage
{
    private readonly List<(string Id, string Place, bool HasAction)> _findings = [];

    public int Findings => _findings.Count;

    public int Offered => _findings.Count(static finding => finding.HasAction);

    public void Add(Diagnostic finding, string subject, bool hasAction)
    {
        lock (_findings)
            _findings.Add((finding.Id, $"{subject}:{finding.Location.GetLineSpan().StartLinePosition.Line + 1} {finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}", hasAction));
    }

    public IEnumerable<string> Lines(bool withPlaces)
    {
        foreach (var rule in _findings.GroupBy(static finding => finding.Id).OrderBy(static rule => rule.Key, StringComparer.Ordinal))
        {
            yield return $"{rule.Key} {rule.Count(static finding => finding.HasAction),3} of {rule.Count(),3}";
            foreach (var finding in rule.Where(finding => withPlaces && !finding.HasAction).OrderBy(static finding => finding.Place, StringComparer.Ordinal))
                yield return "    no action: " + finding.Place;
        }

        yield return $"{Offered} of {Findings} findings have an action ({100.0 * Offered / Math.Max(1, Findings):0} %)";
    }
}
