using Fearless.Internal;

namespace Fearless.Async;

/// <summary>The decisions of <see cref="Notify"/>: who waits, who is woken, whether a notification is stored.</summary>
/// <remarks>Invariant, under the gate: a notification is stored only while nobody is queued.</remarks>
internal sealed class NotifyCore : IAsyncWaitOwner
{
    private readonly Gate _gate = new();
    private readonly NodeQueue<AsyncWaiter> _queue = new();
    private int _stored;

    internal bool IsStored => Atomics.Read(ref _stored) != 0;

    /// <summary>Queues the waiter; false: it took the stored notification instead.</summary>
    internal bool TryEnlist(AsyncWaiter waiter)
    {
        using (_gate.Hold())
        {
            if (Atomics.Read(ref _stored) != 0)
            {
                Atomics.Write(ref _stored, 0);
                return false;
            }

            _queue.AddLast(waiter);
            return true;
        }
    }

    internal void NotifyOne(bool newest)
    {
        AsyncWaiter? waiter;
        using (_gate.Hold())
        {
            waiter = newest ? _queue.Last : _queue.First;
            if (waiter is null)
            {
                Atomics.Write(ref _stored, 1);
                return;
            }

            _queue.Remove(waiter);
        }

        waiter.Resume();
    }

    internal void NotifyAll()
    {
        var woken = new NodeQueue<AsyncWaiter>();
        using (_gate.Hold())
        {
            while (_queue.RemoveFirst() is { } waiter)
            {
                woken.AddLast(waiter);
            }
        }

        while (woken.RemoveFirst() is { } waiter)
        {
            waiter.Resume();
        }
    }

    public bool Withdraw(AsyncWaiter waiter)
    {
        using (_gate.Hold())
        {
            return _queue.Remove(waiter);
        }
    }
}
