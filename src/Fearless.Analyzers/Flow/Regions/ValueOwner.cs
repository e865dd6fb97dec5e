using System;

namespace Fearless.Analyzers.Flow;

internal enum OwnerKind
{
    /// <summary>A member of this object or a static goes on leading to it.</summary>
    Member,

    /// <summary>It came in through a parameter.</summary>
    Parameter,

    /// <summary>A lock protects it.</summary>
    Lock,

    /// <summary>It belongs to the thread that asked for it.</summary>
    Thread,
}

/// <summary>Who has a value that is not the body's own.</summary>
/// <param name="path">The name that leads to it.</param>
/// <param name="kind">What stands behind the name.</param>
internal readonly struct ValueOwner(AccessPath path, OwnerKind kind) : IEquatable<ValueOwner>
{
    public AccessPath Path { get; } = path;

    public OwnerKind Kind { get; } = kind;

    public bool IsContent => Kind == OwnerKind.Lock;

    public bool Equals(ValueOwner other) => Kind == other.Kind && Path.Equals(other.Path);

    public override bool Equals(object? obj) => obj is ValueOwner other && Equals(other);

    public override int GetHashCode() => Path.GetHashCode();
}
