using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Internal;

namespace Fearless.Async;

/// <summary>A point where a number of tasks meet: none goes on before all have arrived. Used again by the next round as soon as it opened.</summary>
/// <remarks>
/// What each wrote before it arrived is visible to all after. A cancelled waiter has not arrived. Continuations never run inside a call.
/// Rust: <c>tokio::sync::Barrier</c>. BCL: <see cref="Barrier"/> for threads.
/// </remarks>
[Send, Sync]
[DebuggerDisplay("AsyncBarrier of {_parties}")]
public sealed class AsyncBarrier : IAsyncWaitOwner
{
    private readonly int _parties;

    [AssumeSend("a lock"), AssumeSync("a lock")]
    private readonly Gate _gate = new();

    [AssumeSend("under the gate"), AssumeSync("under the gate")]
    private NodeQueue<AsyncWaiter> _queue = new();

    [AssumeSync("under the gate")]
    private int _arrived;

    /// <summary>Makes a barrier.</summary>
    /// <param name="parties">How many have to arrive; with 0 or 1 nobody waits.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public AsyncBarrier(int parties)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(parties);
        _parties = parties;
    }

    /// <summary>Arrives, and waits for the others; the last to arrive does not wait.</summary>
    /// <param name="cancellationToken">Gives up waiting: then this one did not arrive, and the others wait for somebody else.</param>
    /// <returns>Whether this is the round's leader; exactly one is. Await once.</returns>
    /// <exception cref="OperationCanceledException">Cancelled, before all had arrived.</exception>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<bool>(cancellationToken);
        }

        AsyncWaiter<bool>? waiter = null;
        NodeQueue<AsyncWaiter> round;
        using (_gate.Hold())
        {
            round = _queue;
            if (_arrived + 1 < _parties)
            {
                _arrived++;
                round.AddLast(waiter = new AsyncWaiter<bool>(this));
            }
            else
            {
                _arrived = 0;
                _queue = new NodeQueue<AsyncWaiter>();
            }
        }

        return waiter is not null ? waiter.Await(cancellationToken) : Open(round);
    }

    bool IAsyncWaitOwner.Withdraw(AsyncWaiter waiter)
    {
        using (_gate.Hold())
        {
            // Not in this round's queue: its own round has opened.
            var withdrawn = _queue.Remove(waiter);
            _arrived -= withdrawn ? 1 : 0;
            return withdrawn;
        }
    }

    private static ValueTask<bool> Open(NodeQueue<AsyncWaiter> round)
    {
        while (round.RemoveFirst() is { } waiter)
        {
            waiter.Resume();
        }

        return new ValueTask<bool>(true);
    }
}
