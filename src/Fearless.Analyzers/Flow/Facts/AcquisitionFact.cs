using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>A lock is taken.</summary>
internal sealed class AcquisitionFact(
    SyntaxNode syntax, IInvocationOperation? call, LockEffect effect, AccessPath path, ThreadContext context, FlowState before, bool isPending = false)
{
    /// <summary>The call, or the expression of a <c>lock</c> statement.</summary>
    public SyntaxNode Syntax { get; } = syntax;

    /// <summary>Null: a <c>lock</c> statement that the control-flow graph does not spell out.</summary>
    public IInvocationOperation? Call { get; } = call;

    public LockEffect Effect { get; } = effect;

    public AccessPath Path { get; } = path;

    public ThreadContext Context { get; } = context;

    /// <summary>What is held when it is taken.</summary>
    public FlowState Before { get; } = before;

    /// <summary>A task that nobody awaits here: the lock will be taken, but not by this code and not now.</summary>
    public bool IsPending { get; } = isPending;
}
