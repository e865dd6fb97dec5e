using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>
/// One cause, one finding: the clearest place is where it is reported, and the others come after the two sides among its additional locations. A fix
/// takes them apart again, so that it mends all of them.
/// </summary>
internal static class Folding
{
    private const string CountKey = "Others", SidesKey = "SidesOfEach";

    /// <param name="rule">What it is.</param>
    /// <param name="mode">How strict to be.</param>
    /// <param name="place">Where it is reported.</param>
    /// <param name="sides">The other sides of it.</param>
    /// <param name="properties">For the fix at this place.</param>
    /// <param name="others">Places that have the same cause, each with what its fix needs to know instead.</param>
    /// <param name="arguments">For the message.</param>
    public static Diagnostic Create(
        DiagnosticDescriptor rule, FearlessMode mode, Location place, IEnumerable<Location> sides, ImmutableDictionary<string, string?> properties, IReadOnlyList<FoldedPlace> others,
        params object?[] arguments) => Create(rule, Confidence.SeverityOf(rule, properties, mode), place, sides, properties, others, arguments);

    /// <summary>The same, with the severity given.</summary>
    public static Diagnostic Create(
        DiagnosticDescriptor rule, DiagnosticSeverity severity, Location place, IEnumerable<Location> sides, ImmutableDictionary<string, string?> properties, IReadOnlyList<FoldedPlace> others,
        params object?[] arguments)
    {
        var locations = new List<Location>(sides);
        for (var i = 0; i < others.Count; i++)
        {
            locations.Add(others[i].Place);
            locations.AddRange(others[i].Sides);
            foreach (var property in others[i].Properties)
                properties = properties.SetItem(KeyOf(property.Key, i), property.Value);
        }

        if (others.Count > 0)
            properties = properties.SetItem(CountKey, others.Count.ToString(CultureInfo.InvariantCulture));
        if (others.Count > 0 && !others[0].Sides.IsEmpty)
            properties = properties.SetItem(SidesKey, others[0].Sides.Length.ToString(CultureInfo.InvariantCulture));
        return Diagnostic.Create(rule, place, severity, locations, properties, arguments);
    }

    /// <summary>The finding, and one like it for each of the other places in the file.</summary>
    public static IEnumerable<Diagnostic> Unfold(Diagnostic finding)
    {
        yield return finding;
        var own = Number(finding, SidesKey);
        var count = Number(finding, CountKey);
        var first = finding.AdditionalLocations.Count - (count * (own + 1));
        if (first < 0)
            yield break;
        for (var i = 0; i < count; i++)
        {
            var at = first + (i * (own + 1));
            var place = finding.AdditionalLocations[at];
            if (place.SourceTree != finding.Location.SourceTree)
                continue;
            var sides = new List<Location>();
            for (var side = 0; side < (own > 0 ? own : first); side++)
                sides.Add(finding.AdditionalLocations[own > 0 ? at + 1 + side : side]);
            var properties = finding.Properties.Remove(CountKey).Remove(SidesKey);
            foreach (var property in finding.Properties)
            {
                if (finding.Properties.TryGetValue(KeyOf(property.Key, i), out var there))
                    properties = properties.SetItem(property.Key, there);
            }

            yield return Diagnostic.Create(finding.Descriptor, place, sides, properties);
        }
    }

    private static int Number(Diagnostic finding, string key) =>
        finding.Properties.TryGetValue(key, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string KeyOf(string key, int place) => $"{key}@{place.ToString(CultureInfo.InvariantCulture)}";
}
