using System;
using System.Threading;

namespace Fearless.Internal;

/// <summary>
/// How long to try before sleeping: a wake-up costs 5 to 50 microseconds, most critical sections far less. Alone on one processor
/// there is nobody to wait for, so it gives up at once. The explorer never spins: its threads go straight to the queue.
/// </summary>
internal struct Spinner(int rounds)
{
    private static readonly bool s_alone = Environment.ProcessorCount == 1;
    private int _round;

    /// <summary>For the rare loop whose end another thread is about to bring about without waiting for anything itself.</summary>
    public static void Yield() => Thread.Yield();

    /// <summary>False: enough, go to sleep.</summary>
    public bool Once()
    {
        if (s_alone || _round >= rounds) return false;
        // Exponential up to 2^5 pauses: short sections are caught at once, long ones do not hammer the cache line.
        Thread.SpinWait(1 << Math.Min(_round++, 5));
        return true;
    }
}
