using System;

namespace Fearless.Async;

/// <summary>A receiver was too slow: values were overwritten before it received them. The next receive gives the oldest value that was kept.</summary>
/// <param name="missed">How many values were lost to this receiver.</param>
public sealed class LaggedException(long missed) : Exception($"The receiver lagged behind and missed {missed} values; the next receive gives the oldest one kept.")
{
    /// <summary>How many values were lost to this receiver.</summary>
    public long Missed { get; } = missed;
}
