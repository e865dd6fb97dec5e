using System.Collections.Immutable;

namespace Fearless.Analyzers.Flow;

/// <summary>What a method does with a delegate that it is given: it calls it before it returns, and keeps it nowhere.</summary>
internal sealed class DelegateUse(ImmutableArray<LockStep> locks, bool isAsync)
{
    /// <summary>What the method holds at each of its calls.</summary>
    public ImmutableArray<LockStep> Locks { get; } = locks;

    /// <summary>It ends before the method's task does, not before the method returns.</summary>
    public bool IsAsync { get; } = isAsync;
}
