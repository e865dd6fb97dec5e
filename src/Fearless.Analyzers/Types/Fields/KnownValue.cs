using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>What is known of a value in sight: of this type, and if it was made here, of no other.</summary>
internal readonly struct KnownValue(ITypeSymbol type, bool isExact, bool isSynchronized = false)
{
    public ITypeSymbol Type { get; } = type;

    public bool IsExact { get; } = isExact;

    /// <summary>A wrapper that takes a lock for each call: several threads may use it.</summary>
    public bool IsSynchronized { get; } = isSynchronized;
}
