namespace Fearless.Analyzers.Flow;

/// <summary>A lock that may still be held when the body is left.</summary>
internal readonly struct LeakFact(HeldLock held, bool onException, bool onEveryPath)
{
    public HeldLock Held { get; } = held;

    /// <summary>Only an exception leads there.</summary>
    public bool OnException { get; } = onException;

    /// <summary>No path releases it.</summary>
    public bool OnEveryPath { get; } = onEveryPath;
}
