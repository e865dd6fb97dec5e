using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

/// <summary>One lock is waited for while another is held.</summary>
/// <param name="held">The lock that is held.</param>
/// <param name="heldClass">Its class.</param>
/// <param name="acquired">The lock that is waited for, in the terms of the code that holds the other.</param>
/// <param name="function">That code.</param>
/// <param name="locks">All that is held there.</param>
internal sealed class OrderEdge(HeldLock held, ISymbol heldClass, AcquiredLock acquired, ProgramFunction function, ImmutableArray<HeldLock> locks)
{
    public HeldLock Held { get; } = held;

    public ISymbol From { get; } = heldClass;

    public AcquiredLock Acquired { get; } = acquired;

    public ISymbol To => Acquired.Class!;

    public ProgramFunction Function { get; } = function;

    public ImmutableArray<HeldLock> Locks { get; } = locks;

    /// <summary>Where the second lock, or the call that leads to it, is asked for.</summary>
    public SyntaxNode Site => Acquired.Via[0];

    /// <summary>Two locks of one class.</summary>
    public bool IsWithinClass => SymbolEqualityComparer.Default.Equals(From, To);
}
