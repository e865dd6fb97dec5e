using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>A place whose finding is a part of another one's.</summary>
/// <param name="place">Where it is.</param>
/// <param name="properties">What a fix needs to know there, other than at the finding's own place.</param>
/// <param name="sides">The other sides there, if they are not those of the finding; as many for each place.</param>
internal readonly struct FoldedPlace(Location place, ImmutableDictionary<string, string?>? properties = null, ImmutableArray<Location> sides = default)
{
    public Location Place { get; } = place;

    public ImmutableDictionary<string, string?> Properties { get; } = properties ?? ImmutableDictionary<string, string?>.Empty;

    public ImmutableArray<Location> Sides { get; } = sides.IsDefault ? [] : sides;
}
