using System;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>One question to the solver.</summary>
/// <param name="type">The type that is asked about.</param>
/// <param name="trait">What is asked.</param>
/// <param name="isExact">The value is of this very type, not of one derived from it: a <c>new T()</c> in sight, or the base part of an object.</param>
internal readonly struct Question(ITypeSymbol type, Trait trait, bool isExact = false) : IEquatable<Question>
{
    public ITypeSymbol Type { get; } = type;

    public Trait Trait { get; } = trait;

    public bool IsExact { get; } = isExact;

    public bool Equals(Question other) =>
        Trait == other.Trait && IsExact == other.IsExact && SymbolEqualityComparer.Default.Equals(Type, other.Type);

    public override bool Equals(object? obj) => obj is Question other && Equals(other);

    public override int GetHashCode() => (SymbolEqualityComparer.Default.GetHashCode(Type) * 31) + ((int)Trait * 2) + (IsExact ? 1 : 0);
}
