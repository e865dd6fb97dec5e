using System;
using System.Numerics;

namespace Fearless.Async;

/// <summary>Every value to every receiver; a slow one is told how many it missed.</summary>
/// <remarks>Senders never wait. Rust: <c>tokio::sync::broadcast</c>. BCL: none.</remarks>
public static class Broadcast
{
    /// <summary>Makes a channel that keeps the latest values.</summary>
    /// <typeparam name="T">The type of the values, which all receivers share.</typeparam>
    /// <param name="capacity">How many values are kept for slow receivers; rounded up to a power of two.</param>
    /// <returns>The two ends.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive, or more than 2^30.</exception>
    public static (BroadcastSender<T> Sender, BroadcastReceiver<T> Receiver) Channel<[Send, Sync] T>(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 1 << 30);
        var core = new BroadcastCore<T>((int)BitOperations.RoundUpToPowerOf2((uint)capacity));
        return (new BroadcastSender<T>(core), core.Subscribe());
    }
}
