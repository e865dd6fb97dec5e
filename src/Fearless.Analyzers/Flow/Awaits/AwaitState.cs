using System;

namespace Fearless.Analyzers.Flow;

/// <summary>The values that are older than an await which may have changed threads, and whether one has been passed.</summary>
internal sealed class AwaitState(MoveState older, bool isFree) : IEquatable<AwaitState>
{
    public static readonly AwaitState OnContext = new(MoveState.Empty, isFree: false);

    /// <summary>Work of the pool, which has no context to come back to.</summary>
    public static readonly AwaitState Free = new(MoveState.Empty, isFree: true);

    public MoveState Older { get; } = older;

    /// <summary>The context has been left, so that awaits that would come back to it do not.</summary>
    public bool IsFree { get; } = isFree;

    public AwaitState With(MoveState older) => ReferenceEquals(older, Older) ? this : new(older, IsFree);

    public AwaitState With(bool isFree) => isFree == IsFree ? this : new(Older, isFree);

    public bool Equals(AwaitState? other) => other is not null && IsFree == other.IsFree && Older.Equals(other.Older);

    public override bool Equals(object? obj) => Equals(obj as AwaitState);

    public override int GetHashCode() => Older.GetHashCode();
}

internal sealed class AwaitLattice : ILattice<AwaitState>
{
    public static readonly AwaitLattice Instance = new();

    public AwaitState Join(AwaitState left, AwaitState right) => new(left.Older.Join(right.Older), left.IsFree || right.IsFree);

    public bool AreEqual(AwaitState left, AwaitState right) => left.Equals(right);
}
