using System;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>One step of an access path: into a member, or to an element (named by its index, as far as that is known).</summary>
internal readonly struct PathStep(ISymbol? member, string? index = null) : IEquatable<PathStep>
{
    public ISymbol? Member { get; } = member;

    public string? Index { get; } = index;

    public bool Equals(PathStep other) => SymbolEqualityComparer.Default.Equals(Member, other.Member) && Index == other.Index;

    public override bool Equals(object? obj) => obj is PathStep other && Equals(other);

    public override int GetHashCode() => Member is null ? Index?.GetHashCode() ?? 0 : SymbolEqualityComparer.Default.GetHashCode(Member);
}
