using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using Fearless.Channels;
using Fearless.Internal;

namespace Fearless;

/// <summary>Waits for the first of several sends and receives that can be done, and does exactly that one (crossbeam's select).</summary>
/// <remarks>
/// Which one, when several are ready, is random, so none is starved. A channel whose other half is gone counts as ready. Used by one thread
/// at a time; may be run again and again, but a send case that was sent is spent. Waiting allocates one small object per case.
/// </remarks>
[NotSync("one thread at a time runs it")]
[DebuggerDisplay("Select of {_cases.Count}")]
public sealed class Select
{
    private const int None = -1;

    private readonly List<SelectCase> _cases = [];

    /// <summary>Adds a case: receive.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="receiver">The receiver; this thread must be its only user.</param>
    /// <param name="onValue">Runs on the value, after the select has left all other channels.</param>
    /// <param name="onDisconnected">Runs when every sender is gone and nothing is queued; without it, running throws <see cref="DisconnectedException"/>.</param>
    /// <returns>This select.</returns>
    public Select Recv<[Send] T>(Receiver<T> receiver, Action<T>? onValue = null, Action? onDisconnected = null)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        _cases.Add(new SelectRecv<T>(receiver, onValue, onDisconnected));
        return this;
    }

    /// <summary>Adds a case: receive from a channel that has several consumers.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="receiver">The receiver.</param>
    /// <param name="onValue">Runs on the value, after the select has left all other channels.</param>
    /// <param name="onDisconnected">Runs when every sender is gone and nothing is queued; without it, running throws <see cref="DisconnectedException"/>.</param>
    /// <returns>This select.</returns>
    public Select Recv<[Send] T>(SharedReceiver<T> receiver, Action<T>? onValue = null, Action? onDisconnected = null)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        return Recv(receiver.Own, onValue, onDisconnected);
    }

    /// <summary>Adds a case: send one value. If another case is chosen, the value is not sent and may be sent by a later run.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="sender">The sender.</param>
    /// <param name="value">The value; it belongs to the select from now on.</param>
    /// <param name="onSent">Runs when the channel has the value.</param>
    /// <param name="onDisconnected">Gets the value back when the receiver is gone; without it, running throws <see cref="DisconnectedException"/>.</param>
    /// <returns>This select.</returns>
    public Select Send<[Send] T>(Sender<T> sender, [Moved] T value, Action? onSent = null, Action<T>? onDisconnected = null)
    {
        ArgumentNullException.ThrowIfNull(sender);
        _cases.Add(new SelectSend<T>(sender, value, onSent, onDisconnected));
        return this;
    }

    /// <summary>Waits until one case can be done, and does it.</summary>
    /// <returns>The number of the case, in the order in which they were added.</returns>
    /// <exception cref="InvalidOperationException">There is no case, or all are spent: it would wait for ever.</exception>
    /// <exception cref="DisconnectedException">The chosen case's other half is gone, and the case has no handler for that.</exception>
    /// <exception cref="ThreadInterruptedException">Interrupted while waiting; nothing was sent or received.</exception>
    public int Run()
    {
        var index = RunUntil(Deadline.Infinite);
        return index != None ? index : throw new InvalidOperationException("The select has no case left that could ever be ready. Add one.");
    }

    /// <summary>Does one case, if one can be done without waiting (select's default).</summary>
    /// <param name="index">The number of the case, in the order in which they were added; -1 if none.</param>
    /// <returns>Whether one was done.</returns>
    /// <exception cref="DisconnectedException">The chosen case's other half is gone, and the case has no handler for that.</exception>
    public bool TryRun(out int index)
    {
        index = RunUntil(Deadline.Now);
        return index != None;
    }

    /// <summary>Waits until one case can be done, at most <paramref name="timeout"/>, and does it.</summary>
    /// <param name="timeout">How long; zero only looks. Any length is accepted, <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</param>
    /// <param name="index">The number of the case, in the order in which they were added; -1 if none.</param>
    /// <returns>Whether one was done.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative.</exception>
    /// <exception cref="DisconnectedException">The chosen case's other half is gone, and the case has no handler for that.</exception>
    /// <exception cref="ThreadInterruptedException">Interrupted while waiting; nothing was sent or received.</exception>
    public bool TryRun(TimeSpan timeout, out int index)
    {
        index = RunUntil(Deadline.After(timeout));
        return index != None;
    }

    private int RunUntil(in Deadline deadline)
    {
        while (true)
        {
            var index = TryNow(out var anyLeft);
            if (index == None && anyLeft && !deadline.HasPassed)
            {
                index = Wait(deadline);
            }
            else if (index == None)
            {
                return None;
            }

            if (index != None)
            {
                _cases[index].Handle();
                return index;
            }
        }
    }

    private int TryNow(out bool anyLeft)
    {
        anyLeft = false;
        var start = _cases.Count > 1 ? Random.Shared.Next(_cases.Count) : 0;
        for (var i = 0; i < _cases.Count; i++)
        {
            var index = (start + i) % _cases.Count;
            if (_cases[index].IsSpent)
            {
                continue;
            }

            anyLeft = true;
            if (_cases[index].TryNow())
            {
                return index;
            }
        }

        return None;
    }

    /// <summary>
    /// Queues up everywhere and waits to be chosen. None: look again. A case that turns out to be ready while we queue up is not done from
    /// here: we may have been chosen elsewhere already. So we give up the wait, if nobody chose us, and do it when we are in no queue.
    /// </summary>
    private int Wait(in Deadline deadline)
    {
        var state = new SelectState();
        var enlisted = 0;
        try
        {
            var ready = false;
            while (enlisted < _cases.Count && !ready)
            {
                ready = !_cases[enlisted].IsSpent && !_cases[enlisted].TryEnlist(state, enlisted);
                enlisted++;
            }

            if (!ready)
            {
                Sleep(state, deadline);
            }

            state.TryGiveUp();
        }
        catch (ThreadInterruptedException)
        {
            if (state.TryGiveUp())
            {
                throw;
            }

            // Chosen: the value has changed hands, so the interrupt has to wait for the next call.
            Thread.CurrentThread.Interrupt();
        }
        finally
        {
            Withdraw(enlisted);
        }

        return state.Winner >= 0 && _cases[state.Winner].TakeSettled() ? state.Winner : None;
    }

    private static void Sleep(SelectState state, in Deadline deadline)
    {
        while (state.Winner == SelectState.Undecided && !deadline.HasPassed)
        {
            state.Parker.Park(deadline);
        }
    }

    private void Withdraw(int enlisted)
    {
        for (var i = 0; i < enlisted; i++)
        {
            if (!_cases[i].IsSpent)
            {
                _cases[i].Withdraw();
            }
        }
    }
}
