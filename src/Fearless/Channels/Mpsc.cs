using System;
using System.Threading;
using Fearless.Channels;

namespace Fearless;

/// <summary>Many producers, one consumer (Rust's std::sync::mpsc).</summary>
/// <remarks>
/// Values of one sender arrive in the order sent. What a sender wrote before Send is visible to whoever receives the value. Blocking, try,
/// timed and async calls may be mixed on one channel; continuations never run inside Send or Recv.
/// </remarks>
public static class Mpsc
{
    /// <summary>Unbounded: Send never waits.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <returns>The two ends.</returns>
    /// <remarks>Allocates only when it grows: rings of up to 1024 values, of which the last is used again and again.</remarks>
    public static (Sender<T> Sender, Receiver<T> Receiver) Channel<[Send] T>() => Ends(new UnboundedCore<T>());

    /// <summary>Bounded: Send waits while <paramref name="bound"/> messages are queued; 0 makes every Send meet its Recv.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="bound">How many values may be queued.</param>
    /// <returns>The two ends.</returns>
    /// <remarks>Nothing is allocated per message. Waiting senders are served first come, first served, and nobody overtakes them.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than 2^30.</exception>
    public static (Sender<T> Sender, Receiver<T> Receiver) SyncChannel<[Send] T>(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bound);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bound, 1 << 30);
        return Ends<T>(bound == 0 ? new RendezvousCore<T>() : new BoundedCore<T>(bound));
    }

    /// <summary>A channel that delivers the time once, not before <paramref name="delay"/> is over, and nothing ever after (crossbeam's after).</summary>
    /// <param name="delay">How long; for a case of a <see cref="Select"/>, for example.</param>
    /// <returns>The receiver.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than 49 days.</exception>
    public static Receiver<DateTimeOffset> After(TimeSpan delay) => Clocked(delay, Timeout.InfiniteTimeSpan);

    /// <summary>A channel that delivers the time again and again; what is not received in time is left out (crossbeam's tick).</summary>
    /// <param name="period">The time between two deliveries, and before the first.</param>
    /// <returns>The receiver; dispose it to stop the clock.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive, or more than 49 days.</exception>
    public static Receiver<DateTimeOffset> Tick(TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        return Clocked(period, period);
    }

    /// <summary>A channel that delivers nothing and never disconnects (crossbeam's never): a select case that is switched off.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <returns>The receiver.</returns>
    public static Receiver<T> Never<[Send] T>() => new(new RendezvousCore<T>());

    private static (Sender<T> Sender, Receiver<T> Receiver) Ends<T>(ChannelCore<T> channel) => (new Sender<T>(channel), new Receiver<T>(channel));

    private static Receiver<DateTimeOffset> Clocked(TimeSpan due, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(due, TimeSpan.Zero);
        // The handle that every channel is born with is never dropped, so it does not disconnect.
        var channel = new BoundedCore<DateTimeOffset>(1);
        var clock = new ChannelClock(channel);
        clock.Start(due, period);
        return new Receiver<DateTimeOffset>(channel);
    }
}
