using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using System.Threading;

namespace Fearless.Internal;

/// <summary>
/// Pauses of a tenth of a microsecond and less. <see cref="Thread.SpinWait"/> knows how long a pause instruction takes too, but spends 25 of these
/// nanoseconds on the way there. The instruction takes 5 to 70, depending on the processor: measured once, in 20 microseconds at the most.
/// </summary>
internal static class ShortPause
{
    private const int Sample = 64;
    private const int Samples = 4;

    private static readonly double s_nanoseconds = X86Base.IsSupported ? Measure() : 0;

    /// <summary>How many turns of <see cref="Take"/> come closest to this time; at least one.</summary>
    public static int Turns(int nanoseconds) =>
        s_nanoseconds > 0 ? Math.Max(1, (int)Math.Round(nanoseconds / s_nanoseconds)) : Math.Max(1, nanoseconds / 40);

    public static void Take(int turns)
    {
        if (!X86Base.IsSupported)
        {
            Thread.SpinWait(turns);
            return;
        }

        for (; turns > 0; turns--)
        {
            X86Base.Pause();
        }
    }

    // Compiled in full at once: a first, slow version of the loop would measure itself.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Measure()
    {
        // The quickest: whatever came in between only adds.
        var best = long.MaxValue;
        for (int i = 0; i < Samples; i++)
        {
            var start = Stopwatch.GetTimestamp();
            for (int turn = 0; turn < Sample; turn++)
            {
                X86Base.Pause();
            }

            best = Math.Min(best, Stopwatch.GetTimestamp() - start);
        }

        return best * 1e9 / Stopwatch.Frequency / Sample;
    }
}
