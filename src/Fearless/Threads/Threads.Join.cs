using System;

namespace Fearless;

public static partial class Threads
{
    /// <summary>Runs both, possibly in parallel, and returns both results (rayon's join).</summary>
    /// <typeparam name="TA">The type of the first result.</typeparam>
    /// <typeparam name="TB">The type of the second result.</typeparam>
    /// <param name="a">Runs here, on the caller's thread.</param>
    /// <param name="b">Runs on a pool thread if one is free in time, otherwise here, after <paramref name="a"/>.</param>
    /// <returns>Both results.</returns>
    /// <remarks>
    /// Both always run to their end, whatever throws; then an exception is rethrown as it is, the first one's if both threw. Cheap enough to
    /// divide and conquer with, and safe to nest: a caller only ever waits for work that is already running.
    /// </remarks>
    public static (TA A, TB B) Join<[Send] TA, [Send] TB>([Spawned(Joined = true)] Func<TA> a, [Spawned(Joined = true)] Func<TB> b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var second = new ForkedCall<TB>(b);
        second.Fork();
        TA first;
        try
        {
            first = a();
        }
        catch
        {
            second.Finish();
            throw;
        }

        second.Finish();
        return (first, second.Result);
    }
}
