using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>A lock is taken.</summary>
internal sealed class AcquisitionFact(SyntaxNode syntax, LockKind kind, AccessPath path, ThreadContext context, FlowState before)
{
    public AcquisitionFact(IInvocationOperation call, LockEffect effect, AccessPath path, ThreadContext context, FlowState before)
        : this(call.Syntax, effect.Kind, path, context, before)
    {
        Call = call;
        Effect = effect;
    }

    /// <summary>The call, or the expression of a <c>lock</c> statement.</summary>
    public SyntaxNode Syntax { get; } = syntax;

    public LockKind Kind { get; } = kind;

    public AccessPath Path { get; } = path;

    public ThreadContext Context { get; } = context;

    /// <summary>What is held when it is taken.</summary>
    public FlowState Before { get; } = before;

    /// <summary>Null: a <c>lock</c> statement that the control-flow graph does not spell out.</summary>
    public IInvocationOperation? Call { get; }

    public LockEffect? Effect { get; }
}
