using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>Collections that may be read without a lock whatever others do.</summary>
internal static class FrozenCollections
{
    public static bool IsFrozen(this INamespaceSymbol? space) => space.IsNamed("System.Collections.Immutable") || space.IsNamed("System.Collections.Frozen") || space.IsNamed("System.Collections.Concurrent");
}
