using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>A task that gives a task is waited for once: what waits goes on when the inner one has begun to wait.</summary>
internal sealed class OuterTask(IOperation creation, SyntaxNode end, OuterTaskEnd kind)
{
    /// <summary>The call that makes it.</summary>
    public IOperation Creation { get; } = creation;

    /// <summary>What takes it for the whole.</summary>
    public SyntaxNode End { get; } = end;

    public OuterTaskEnd Kind { get; } = kind;
}

internal enum OuterTaskEnd
{
    /// <summary>A wait or an await.</summary>
    Joined,

    /// <summary>It is returned as a plain task.</summary>
    Returned,
}
