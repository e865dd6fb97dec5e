using System;
using System.Threading;
using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>A blocked thread. Each thread keeps one, so that waiting allocates nothing.</summary>
internal sealed class ThreadWaiter<T> : ChannelWaiter<T>
{
    // A few microseconds: a partner on another processor answers within that, and a sleep with its wake-up costs 5 to 50.
    private const int SpinRounds = 60;

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

    /// <summary>Back into the slot. A late Wake may still leave a token, so a wait always checks the outcome.</summary>
    internal void Return()
    {
        Value = default!;
        t_spare = this;
    }

    internal override void Wake() => _parker.Unpark();

    /// <summary>Waits until the channel has settled this waiter; Pending: the time was up, and it was withdrawn.</summary>
    /// <exception cref="ThreadInterruptedException">Withdrawn. If the channel had settled it, the interrupt stays pending instead.</exception>
    internal WaitOutcome Await(ChannelCore<T> channel, in Deadline deadline)
    {
        var spinner = new Spinner(SpinRounds);
        while (Outcome == WaitOutcome.Pending && spinner.Once())
        {
        }

        try
        {
            while (Outcome == WaitOutcome.Pending)
            {
                if (!_parker.Park(deadline) && deadline.HasPassed && channel.Withdraw(this))
                {
                    return WaitOutcome.Pending;
                }
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

        return Outcome;
    }
}
