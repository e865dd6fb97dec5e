using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>Everything that holds at one point of a body.</summary>
internal sealed class FlowState(LockState locks, ulong running, ImmutableHashSet<ISymbol> waited, bool suspended) : IEquatable<FlowState>
{
    public static readonly FlowState Initial =
        new(LockState.Empty, 0, ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default), false);

    public LockState Locks { get; } = locks;

    /// <summary>The pieces of work (by <c>SpawnSite.Bit</c>) that were started here and may still run.</summary>
    public ulong Running { get; } = running;

    /// <summary>The events, channels and flags that have been waited for on every path to here.</summary>
    public ImmutableHashSet<ISymbol> Waited { get; } = waited;

    /// <summary>On some path an await has been passed: an async body may no longer be on its caller's thread.</summary>
    public bool Suspended { get; } = suspended;

    public FlowState With(LockState locks) => ReferenceEquals(locks, Locks) ? this : new(locks, Running, Waited, Suspended);

    public FlowState WithRunning(ulong running) => running == Running ? this : new(Locks, running, Waited, Suspended);

    public FlowState WithWaited(ISymbol on) => Waited.Contains(on) ? this : new(Locks, Running, Waited.Add(on), Suspended);

    public FlowState AfterAwait() => Suspended ? this : new(Locks, Running, Waited, true);

    public bool Equals(FlowState? other) =>
        other is not null && Running == other.Running && Suspended == other.Suspended && Waited.SetEquals(other.Waited) && Locks.Equals(other.Locks);

    public override bool Equals(object? obj) => Equals(obj as FlowState);

    public override int GetHashCode() => Running.GetHashCode() ^ Waited.Count;
}
