using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>One access to a named location, with everything that decides whether it conflicts with another.</summary>
internal sealed class AccessFact(AccessPath path, AccessKind kind, SyntaxNode syntax, ThreadContext context, FlowState state)
{
    public AccessPath Path { get; } = path;

    public AccessKind Kind { get; } = kind;

    public SyntaxNode Syntax { get; } = syntax;

    public ThreadContext Context { get; } = context;

    /// <summary>What may run meanwhile.</summary>
    public ulong Running { get; private set; } = state.Running;

    /// <summary>What is held for certain.</summary>
    public ImmutableArray<HeldLock> Locks { get; private set; } = state.Locks.Must();

    /// <summary>What has been waited for, for certain.</summary>
    public ImmutableHashSet<ISymbol> Waited { get; private set; } = state.Waited;

    /// <summary>On some path, the async function that it is in has been suspended before: its caller may have gone on.</summary>
    public bool IsSuspended { get; private set; } = state.Suspended;

    public bool IsWrite => (Kind & AccessKind.Write) != 0;

    public bool IsAtomic => (Kind & AccessKind.Atomic) != 0;

    /// <summary>Another access at the same point.</summary>
    public AccessFact To(AccessPath path, AccessKind kind) =>
        new(path, kind, Syntax, Context, FlowState.Initial) { Running = Running, Locks = Locks, Waited = Waited, IsSuspended = IsSuspended };

    /// <summary>What a callee does to the location, at the call.</summary>
    public static AccessFact At(CallFact call, AccessPath path, AccessKind kind) =>
        new(path, kind, call.Syntax, call.Context, FlowState.Initial) { Running = call.Running, Locks = call.Locks };

    /// <summary>The same access again, on another path (a finally region, a local function that is called twice).</summary>
    public void Merge(FlowState state)
    {
        Running |= state.Running;
        IsSuspended |= state.Suspended;
        Waited = Waited.Intersect(state.Waited);
        Locks = HeldLocks.Common(Locks, state.Locks.Must());
    }

    public bool SharesLockWith(AccessFact other)
    {
        foreach (var held in Locks)
        {
            // Two readers of one reader/writer lock do not exclude each other.
            foreach (var theirs in other.Locks)
            {
                if (held.Path.Equals(theirs.Path) && !(held.Mode == LockMode.Shared && theirs.Mode == LockMode.Shared))
                    return true;
            }
        }

        return false;
    }
}
