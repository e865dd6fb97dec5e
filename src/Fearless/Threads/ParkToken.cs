using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Fearless;

/// <summary>A thread's park token: a flag that one call sets and one wait consumes.</summary>
internal sealed class ParkToken
{
    private static readonly ConditionalWeakTable<Thread, ParkToken> Tokens = new();

    [ThreadStatic]
    private static ParkToken? t_current;

    private bool _present;

    internal static ParkToken Current => t_current ??= Of(Thread.CurrentThread);

    internal static ParkToken Of(Thread thread) => Tokens.GetValue(thread, static _ => new ParkToken());

    internal void Give()
    {
        lock (this)
        {
            _present = true;
            Monitor.Pulse(this);
        }
    }

    /// <summary>Waits for the token and consumes it; false on timeout. An interrupt leaves a token where it is.</summary>
    internal bool Take(TimeSpan? timeout)
    {
        var started = Stopwatch.GetTimestamp();
        lock (this)
        {
            while (!_present)
            {
                var piece = timeout is { } limit ? Deadline.PieceLeft(started, limit) : Timeout.Infinite;
                if (piece == 0)
                {
                    return false;
                }

                Monitor.Wait(this, piece);
            }

            _present = false;
            return true;
        }
    }
}
