using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>What is known of a value in sight: of this type, and if it was made here, of no other.</summary>
internal readonly struct KnownValue(ITypeSymbol type, bool isExact)
{
    public ITypeSymbol Type { get; } = type;

    public bool IsExact { get; } = isExact;
}
