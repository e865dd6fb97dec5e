using System;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

internal enum DepartureKind
{
    /// <summary>Given away for good: sent, spawned with, put into a lock, returned to a pool.</summary>
    Moved,

    /// <summary>It is what a lock protects, and the lock was released.</summary>
    Released,
}

/// <summary>How an object left the body that made or found it.</summary>
/// <param name="kind">Where it is now.</param>
/// <param name="site">The call or store that it left by.</param>
/// <param name="what">What was given away there, as it is written.</param>
/// <param name="result">The call's result that makes it so; null: it is so whatever the call returns.</param>
internal sealed class Departure(DepartureKind kind, SyntaxNode site, SyntaxNode what, object? result = null) : IEquatable<Departure>
{
    public DepartureKind Kind { get; } = kind;

    public SyntaxNode Site { get; } = site;

    public SyntaxNode What { get; } = what;

    public object? Result { get; } = result;

    /// <summary>The first in the source, so that the order of the visits does not show.</summary>
    public static Departure First(Departure left, Departure right) =>
        left.Site.SpanStart != right.Site.SpanStart ? (left.Site.SpanStart < right.Site.SpanStart ? left : right) : left.Kind <= right.Kind ? left : right;

    public bool Equals(Departure? other) => other is not null && Kind == other.Kind && Site == other.Site && What == other.What && Equals(Result, other.Result);

    public override bool Equals(object? obj) => Equals(obj as Departure);

    public override int GetHashCode() => Site.GetHashCode();
}
