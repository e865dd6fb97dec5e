using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

internal enum LockAction
{
    Acquire,
    Release,
    Wait,
    Pulse,

    /// <summary>A guard for writing is spent, and one for reading comes out.</summary>
    Downgrade,
}

/// <summary>How a caller learns whether it got the lock.</summary>
internal enum LockOutcome
{
    /// <summary>When the call returns, it has the lock.</summary>
    Certain,

    /// <summary>The call returns true.</summary>
    ReturnValue,

    /// <summary>A <c>ref bool</c> argument is set.</summary>
    Flag,

    /// <summary>The guard that it returns, or hands out, says so (<c>IsHeld</c>).</summary>
    Guard,
}

/// <summary>What one call does to one lock.</summary>
internal readonly struct LockEffect(
    LockAction action, LockKind kind, IOperation? target, LockMode mode = LockMode.Exclusive,
    LockOutcome outcome = LockOutcome.Certain, IOperation? flag = null, bool returnsGuard = false, IOperation? second = null,
    AccessPath? path = null, bool isWrapper = false, AccessPath? secondPath = null)
{
    public LockAction Action { get; } = action;

    public LockKind Kind { get; } = kind;

    /// <summary>The expression that names the lock; null: the call is somebody else's, and only the guard that it returns says that there is one.</summary>
    public IOperation? Target { get; } = target;

    /// <summary>The lock's name, where no expression of the call is it: a wrapper's.</summary>
    public AccessPath? Path { get; } = path;

    /// <summary>A method of this program that does nothing but this to the lock.</summary>
    public bool IsWrapper { get; } = isWrapper;

    /// <summary>The other lock, if the call takes two and gives one guard for both.</summary>
    public IOperation? Second { get; } = second;

    /// <summary>The same, of a wrapper that takes two.</summary>
    public AccessPath? SecondPath { get; } = secondPath;

    public LockMode Mode { get; } = mode;

    public LockOutcome Outcome { get; } = outcome;

    /// <summary>The argument behind <see cref="LockOutcome.Flag"/>, or the guard behind an <c>out</c> parameter.</summary>
    public IOperation? Flag { get; } = flag;

    /// <summary>The lock is released by disposing what the call returns (or, with <see cref="Flag"/>, hands out).</summary>
    public bool ReturnsGuard { get; } = returnsGuard;
}
