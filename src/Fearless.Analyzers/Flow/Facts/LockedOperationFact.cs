using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>Something that is done while a lock is held, and that may take its time or run other code: a call, an await, a yield, the read of a property.</summary>
internal sealed class LockedOperationFact(
    IOperation operation, IOperation? receiver, PathResolver paths, ThreadContext context, ImmutableArray<HeldLock> locks)
{
    public IOperation Operation { get; } = operation;

    /// <summary>What the member belongs to, past temporaries and locals that are only another name.</summary>
    public IOperation? Receiver { get; } = receiver;

    /// <summary>Names the objects in it as the body around it does.</summary>
    public PathResolver Paths { get; } = paths;

    public ThreadContext Context { get; } = context;

    /// <summary>What is held for certain.</summary>
    public ImmutableArray<HeldLock> Locks { get; private set; } = locks;

    public void Merge(ImmutableArray<HeldLock> locks) => Locks = HeldLocks.Common(Locks, locks);
}
