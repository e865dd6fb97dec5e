using System;
using System.Diagnostics;
using System.Threading;

namespace Fearless.Internal;

/// <summary>
/// A point in monotonic time. Any <see cref="TimeSpan"/> will do: one too long for the clock is as good as infinite, and waits longer
/// than the BCL accepts (24.8 days) are made in several steps, since every wait here is a loop.
/// </summary>
internal readonly struct Deadline
{
    private const long Never = long.MaxValue;
    private readonly long _at;

    private Deadline(long at) => _at = at;

    public static Deadline Infinite => new(Never);

    /// <summary>Already over: "try, but do not wait".</summary>
    public static Deadline Now => new(long.MinValue);

    public bool IsInfinite => _at == Never;

    public bool HasPassed => !IsInfinite && Clock.Now >= _at;

    /// <summary>Rounded up, so that a wait never ends early; at most <see cref="int.MaxValue"/>.</summary>
    public int RemainingMilliseconds
    {
        get
        {
            if (IsInfinite) return Timeout.Infinite;
            long now = Clock.Now;
            if (now >= _at) return 0;
            long perMillisecond = Math.Max(1, Stopwatch.Frequency / 1000);
            long left = (_at - now) / perMillisecond;
            return left >= int.MaxValue ? int.MaxValue : (int)left + 1;
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">Negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public static Deadline After(TimeSpan timeout, string parameter = "timeout")
    {
        if (timeout == Timeout.InfiniteTimeSpan) return Infinite;
        if (timeout < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(parameter, timeout, "A timeout must not be negative. To wait without limit pass Timeout.InfiniteTimeSpan.");
        if (timeout == TimeSpan.Zero) return Now;
        double ticks = Math.Ceiling(timeout.Ticks * ((double)Stopwatch.Frequency / TimeSpan.TicksPerSecond));
        long now = Clock.Now;
        return ticks >= Never - now ? Infinite : new Deadline(now + (long)ticks);
    }
}
