using System;
using System.Threading;
using Fearless.Internal;

namespace Fearless;

public static partial class Threads
{
    /// <summary>Waits for this thread's park token and consumes it. Rust: <c>std::thread::park</c>; never returns without a token.</summary>
    /// <remarks>An <see cref="Unpark"/> happens before the Park that it releases: what was written before it is visible after.</remarks>
    /// <exception cref="ThreadInterruptedException">Interrupted; a token that was there is still there.</exception>
    public static void Park() => ParkTokens.Current.Park(Deadline.Infinite);

    /// <summary>Waits for this thread's park token, at most <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long; zero only looks. Any length is accepted, <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</param>
    /// <returns>True: there was a token, and it is consumed. False: timed out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative.</exception>
    /// <exception cref="ThreadInterruptedException">Interrupted; a token that was there is still there.</exception>
    public static bool Park(TimeSpan timeout) => ParkTokens.Current.Park(Deadline.After(timeout));

    /// <summary>
    /// Gives the thread its park token: a parked thread goes on, and a thread that is not parked will not wait at its next Park. Two tokens
    /// are one. A thread that has ended, or was not started by Fearless, may be unparked too. Never waits.
    /// </summary>
    /// <param name="thread">The thread to release.</param>
    public static void Unpark(Thread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        ParkTokens.Of(thread).Unpark();
    }

    /// <summary>Waits at least this long. Unlike <see cref="Thread.Sleep(TimeSpan)"/> it accepts every length.</summary>
    /// <param name="duration">How long.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    /// <exception cref="ThreadInterruptedException">Interrupted.</exception>
    public static void Sleep(TimeSpan duration)
    {
        var deadline = Deadline.After(duration, nameof(duration));
        while (deadline.RemainingMilliseconds is var piece and not 0)
        {
            Thread.Sleep(piece);
        }
    }

    /// <summary>Waits until the clock has reached a time; one that is past returns at once.</summary>
    /// <param name="deadline">The time.</param>
    /// <exception cref="ThreadInterruptedException">Interrupted.</exception>
    public static void SleepUntil(DateTimeOffset deadline)
    {
        while (deadline - DateTimeOffset.UtcNow is var left && left > TimeSpan.Zero)
        {
            Sleep(left);
        }
    }
}
