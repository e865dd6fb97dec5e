using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>A lock that has no guard is released.</summary>
internal sealed class ReleaseFact(IInvocationOperation call, LockEffect effect, AccessPath path, ThreadContext context, LockState before)
{
    public IInvocationOperation Call { get; } = call;

    public SyntaxNode Syntax => Call.Syntax;

    public LockEffect Effect { get; } = effect;

    public AccessPath Path { get; } = path;

    public ThreadContext Context { get; } = context;

    /// <summary>What may be held when it is called, by all ways that lead there.</summary>
    public LockState Before { get; private set; } = before;

    /// <summary>The same release again, on another path: a finally region is run for each way into it.</summary>
    public void Merge(LockState state) => Before = Before.Join(state);
}
