using System;
using System.Diagnostics;
using System.Threading;

namespace Fearless;

/// <summary>
/// Timeouts of any length: .NET's waits refuse more than int.MaxValue milliseconds (24.8 days), Rust's accept every duration, so long ones
/// are waited for in pieces.
/// </summary>
internal static class Deadline
{
    /// <summary>Null for an infinite timeout.</summary>
    internal static TimeSpan? Checked(TimeSpan timeout)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return null;
        }

        if (timeout < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(timeout), timeout, "A timeout is zero or more, or Timeout.InfiniteTimeSpan to wait for ever.");
        }

        return timeout;
    }

    /// <summary>What is left of a timeout that began at a Stopwatch timestamp, as a piece that every wait accepts, rounded up; zero: over.</summary>
    internal static int PieceLeft(long started, TimeSpan timeout)
    {
        var left = timeout - Stopwatch.GetElapsedTime(started);
        // Rounded up: a wait that ends a fraction early would turn into a busy loop, or time out before its time.
        return left <= TimeSpan.Zero ? 0 : left.TotalMilliseconds >= int.MaxValue ? int.MaxValue : (int)Math.Ceiling(left.TotalMilliseconds);
    }

    internal static bool Join(Thread thread, TimeSpan? timeout)
    {
        if (timeout is not { } limit)
        {
            thread.Join();
            return true;
        }

        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var piece = PieceLeft(started, limit);
            if (thread.Join(piece))
            {
                return true;
            }

            if (piece == 0)
            {
                return false;
            }
        }
    }
}
