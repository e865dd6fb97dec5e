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
    private const string CountKey = "Others";

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
            foreach (var property in others[i].Properties)
                properties = properties.SetItem(KeyOf(property.Key, i), property.Value);
        }

        if (others.Count > 0)
            properties = properties.SetItem(CountKey, others.Count.ToString(CultureInfo.InvariantCulture));
        return Diagnostic.Create(rule, place, severity, locations, properties, arguments);
    }

    /// <summary>The finding, and one like it for each of the other places in the file.</summary>
    public static IEnumerable<Diagnostic> Unfold(Diagnostic finding)
    {
        yield return finding;
        if (!finding.Properties.TryGetValue(CountKey, out var text) || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > finding.AdditionalLocations.Count)
            yield break;
        var sides = new List<Location>();
        for (var i = 0; i < finding.AdditionalLocations.Count - count; i++)
            sides.Add(finding.AdditionalLocations[i]);
        for (var i = 0; i < count; i++)
        {
            var place = finding.AdditionalLocations[sides.Count + i];
            if (place.SourceTree != finding.Location.SourceTree)
                continue;
            var properties = finding.Properties.Remove(CountKey);
            foreach (var property in finding.Properties)
            {
                if (finding.Properties.TryGetValue(KeyOf(property.Key, i), out var own))
                    properties = properties.SetItem(property.Key, own);
            }

            yield return Diagnostic.Create(finding.Descriptor, place, sides, properties);
        }
    }

    private static string KeyOf(string key, int place) => $"{key}@{place.ToString(CultureInfo.InvariantCulture)}";
}
