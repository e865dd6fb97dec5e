using System.Diagnostics;

namespace Fearless.Internal;

/// <summary>Monotonic time in <see cref="Stopwatch"/> ticks; the explorer's clock moves only when it lets a timeout fire.</summary>
internal static class Clock
{
    public static long Now => Stopwatch.GetTimestamp();

    /// <summary>Whether at least <paramref name="ticks"/> have passed since <paramref name="since"/>; the explorer answers both ways.</summary>
    public static bool HasPassed(long since, long ticks) => Stopwatch.GetTimestamp() - since >= ticks;
}
