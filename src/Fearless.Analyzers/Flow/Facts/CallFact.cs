using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>A call of a method whose source is here, with what holds when it is made.</summary>
internal sealed class CallFact(IMethodSymbol target, AccessPath? receiver, SyntaxNode syntax, ThreadContext context, FlowState state)
{
    public IMethodSymbol Target { get; } = target;

    /// <summary>The object that it is called on; null: it is static, or no name leads to the object.</summary>
    public AccessPath? Receiver { get; } = receiver;

    public SyntaxNode Syntax { get; } = syntax;

    public ThreadContext Context { get; } = context;

    /// <summary>What is held for certain.</summary>
    public ImmutableArray<HeldLock> Locks { get; private set; } = state.Locks.Must();

    /// <summary>What may run meanwhile.</summary>
    public ulong Running { get; private set; } = state.Running;

    /// <summary>The same call again, on another path.</summary>
    public void Merge(FlowState state)
    {
        Running |= state.Running;
        Locks = HeldLocks.Common(Locks, state.Locks.Must());
    }
}
