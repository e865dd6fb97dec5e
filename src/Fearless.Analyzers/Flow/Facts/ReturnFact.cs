using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>A value is returned while a lock is held.</summary>
internal sealed class ReturnFact(IOperation value, IOperation source, PathResolver paths, ImmutableArray<HeldLock> locks)
{
    /// <summary>As it is written.</summary>
    public IOperation Value { get; } = value;

    /// <summary>Past temporaries and locals that are only another name.</summary>
    public IOperation Source { get; } = source;

    public PathResolver Paths { get; } = paths;

    public ImmutableArray<HeldLock> Locks { get; } = locks;
}
