using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// Why a finally region is being run, and what comes after it: the rest of the finally regions that a branch leaves, then its destination;
/// or, for an exception, whatever handles it further out.
/// </summary>
internal sealed class FinallyFrame(
    ControlFlowRegion region, ImmutableArray<ControlFlowRegion> rest, BasicBlock? destination, FinallyFrame? outer) : IEquatable<FinallyFrame>
{
    public ControlFlowRegion Region { get; } = region;

    public ImmutableArray<ControlFlowRegion> Rest { get; } = rest;

    /// <summary>Null: the region runs because of an exception.</summary>
    public BasicBlock? Destination { get; } = destination;

    public bool IsUnwinding => Destination is null || Outer?.IsUnwinding == true;

    /// <summary>The frame of the finally region that this one is inside of.</summary>
    public FinallyFrame? Outer { get; } = outer;

    public bool Equals(FinallyFrame? other)
    {
        for (var mine = this; ; mine = mine.Outer, other = other.Outer)
        {
            if (ReferenceEquals(mine, other))
                return true;
            if (mine is null || other is null || mine.Region != other.Region || mine.Destination != other.Destination
                || mine.Rest.Length != other.Rest.Length)
            {
                return false;
            }
        }
    }

    public override bool Equals(object? obj) => Equals(obj as FinallyFrame);

    public override int GetHashCode() => (Region.FirstBlockOrdinal * 31) + (Destination?.Ordinal ?? -1);
}
