using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>A condition is waited for, or announced: <c>Monitor.Wait</c>, <c>Pulse</c>, <c>PulseAll</c>.</summary>
internal sealed class ConditionFact(IInvocationOperation call, LockEffect effect, AccessPath path, ImmutableArray<HeldLock> locks)
{
    public IInvocationOperation Call { get; } = call;

    public SyntaxNode Syntax => Call.Syntax;

    public LockEffect Effect { get; } = effect;

    public AccessPath Path { get; } = path;

    /// <summary>What is held for certain.</summary>
    public ImmutableArray<HeldLock> Locks { get; private set; } = locks;

    public void Merge(ImmutableArray<HeldLock> locks) => Locks = HeldLocks.Common(Locks, locks);
}
