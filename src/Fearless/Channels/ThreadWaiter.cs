using System;
using System.Threading;
using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>A blocked thread. Each thread keeps one, so that waiting allocates nothing.</summary>
internal sealed class ThreadWaiter<T> : ChannelWaiter<T>
{
    // Two microseconds of spinning, and some 20 of giving the processor away: a sleep with its wake-up costs 5 to 50.
    private const int Patience = 35;

    [ThreadStatic]
    private static ThreadWaiter<T>? t_spare;

    private readonly Parker _parker = new();

    internal static ThreadWaiter<T> Rent()
    {
        var waiter = t_spare ?? new ThreadWaiter<T>();
        // Out of the slot meanwhile: a wait may pump messages (STA) and run a handler that waits too.
        t_spare = null;
        waiter.Reset();
        return waiter;
    }

    /// <summary>Back into the slot: settled or withdrawn, and with no token left in the parker.</summary>
    internal void Return()
    {
        Value = default!;
        t_spare = this;
    }

    internal override void Wake()
    {
        // A thread needs no telling beyond its outcome, and if it slept it was woken when that was set.
    }

    /// <summary>Waits until the channel has settled this waiter, asleep at once if there was patience enough before; Pending: the time was up, and it was withdrawn.</summary>
    /// <exception cref="ThreadInterruptedException">Withdrawn. If the channel had settled it, the interrupt stays pending instead.</exception>
    internal WaitOutcome Await(ChannelCore<T> channel, in Deadline deadline, bool atOnce)
    {
        var backoff = new Backoff();
        while (Outcome == WaitOutcome.Pending && backoff.TryPause(atOnce ? 0 : Patience))
        {
        }

        return Outcome != WaitOutcome.Pending || !TryFallAsleep() || Sleep(channel, deadline) ? Outcome : WaitOutcome.Pending;
    }

    // Each token is taken by the sleep that asked for it: a waiter never starts its next life with a token of the last.
    protected override void WakeSleeper() => _parker.Unpark();

    private bool Sleep(ChannelCore<T> channel, in Deadline deadline)
    {
        try
        {
            if (_parker.Park(deadline))
            {
                return true;
            }

            if (channel.Withdraw(this))
            {
                return false;
            }
        }
        catch (ThreadInterruptedException)
        {
            if (channel.Withdraw(this))
            {
                throw;
            }

            // The value has changed hands: report that, and let the next wait throw.
            Thread.CurrentThread.Interrupt();
        }

        // Settled in the last moment, so the token is there and this does not wait.
        return _parker.Park(Deadline.Infinite);
    }
}
