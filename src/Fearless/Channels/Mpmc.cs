using System;
using Fearless.Channels;

namespace Fearless;

/// <summary>Many producers, many consumers; each value goes to exactly one of them (Rust's unstable std::sync::mpmc).</summary>
/// <remarks>Everything else is as with <see cref="Mpsc"/>, whose engine it is. Consumers who wait are served first come, first served.</remarks>
public static class Mpmc
{
    /// <summary>Unbounded: Send never waits.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <returns>The two ends.</returns>
    /// <remarks>Allocates only when it grows: rings of up to 1024 values, of which the last is used again and again.</remarks>
    public static (Sender<T> Sender, SharedReceiver<T> Receiver) Channel<[Send] T>() => Shared(Mpsc.Channel<T>());

    /// <summary>Bounded: Send waits while <paramref name="bound"/> messages are queued; 0 makes every Send meet a Recv.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="bound">How many values may be queued.</param>
    /// <returns>The two ends.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than 2^30.</exception>
    public static (Sender<T> Sender, SharedReceiver<T> Receiver) SyncChannel<[Send] T>(int bound) => Shared(Mpsc.SyncChannel<T>(bound));

    private static (Sender<T> Sender, SharedReceiver<T> Receiver) Shared<T>((Sender<T> Sender, Receiver<T> Receiver) ends) =>
        (ends.Sender, new SharedReceiver<T>(ends.Receiver));
}
