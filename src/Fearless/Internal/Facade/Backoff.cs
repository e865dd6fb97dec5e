using System;
using System.Threading;

namespace Fearless.Internal;

/// <summary>
/// A wait without sleeping: first it spins, for a partner on another processor, then it gives the processor away, for one that waits for this
/// one. Never sleeps, so <see cref="Thread.Interrupt"/> cannot break it: it may be used where a waiter is queued. (SpinWait sleeps now and then.)
/// </summary>
/// <param name="shortest">The least to pause, in units of <see cref="Thread.SpinWait"/>: for one whose partner needs that long anyway.</param>
internal struct Backoff(int shortest)
{
    // About two microseconds in all, unless asked for longer pauses.
    private const int SpinRounds = 10;

    private static readonly int s_spinRounds = Environment.ProcessorCount == 1 ? 0 : SpinRounds;

    // The same time in short pauses, for one whose partner answers as fast as the processors can. A cache line goes there and back in some 200
    // nanoseconds: the first look is worth nothing before the partner has had the line, and takes it away while that one writes.
    private const int SteadyRounds = 45;

    private static readonly int s_firstSteadyPause = ShortPause.Turns(nanoseconds: 110);
    private static readonly int s_steadyPause = ShortPause.Turns(nanoseconds: 45);

    private static readonly int s_steadyRounds = Environment.ProcessorCount == 1 ? 0 : SteadyRounds;

    private int _round;
    private bool _isSteady;

    /// <summary>Pauses that do not grow; so there are more of them before it gives the processor away.</summary>
    public static Backoff Steady => new() { _isSteady = true };

    /// <summary>One pause, while that is worth more than going to sleep; false: enough. The explorer's threads go to sleep at once.</summary>
    public bool TryPause(int limit)
    {
        if (_round >= limit)
        {
            return false;
        }

        Pause();
        return true;
    }

    /// <summary>
    /// One pause; never gives up. For a thread in the middle of a few instructions that needs nobody's help: it cannot give up either.
    /// For the explorer a pause means that somebody else must run first.
    /// </summary>
    public void Pause()
    {
        if (_round >= (_isSteady ? s_steadyRounds : s_spinRounds))
        {
            Thread.Yield();
        }
        else if (_isSteady)
        {
            ShortPause.Take(_round == 0 ? s_firstSteadyPause : s_steadyPause);
        }
        else
        {
            Thread.SpinWait(Math.Max(shortest, 1 << Math.Min(_round, 3)));
        }

        _round++;
    }
}
