using System;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Internal;

namespace Fearless.Async;

/// <summary>The ring of a broadcast channel; everything under the gate.</summary>
/// <remarks>Value number n lies at n modulo the capacity. A receiver that waits has received everything, so a new value is the one it gets.</remarks>
internal sealed class BroadcastCore<T>(int capacity) : IAsyncWaitOwner
{
    private readonly Gate _gate = new();
    private readonly NodeQueue<AsyncWaiter> _queue = new();
    private readonly T[] _ring = new T[capacity];
    private long _count;
    private int _receivers;
    private int _senders = 1;

    internal long Unreceived(BroadcastReceiver<T> receiver)
    {
        using (_gate.Hold())
        {
            return Math.Min(_count - receiver.Next, capacity);
        }
    }

    internal BroadcastReceiver<T> Subscribe()
    {
        using (_gate.Hold())
        {
            _receivers++;
            return new BroadcastReceiver<T>(this, _count);
        }
    }

    internal int Send(T value)
    {
        var woken = new NodeQueue<AsyncWaiter>();
        int receivers;
        using (_gate.Hold())
        {
            receivers = _receivers;
            if (receivers == 0)
            {
                return 0;
            }

            _ring[_count++ & (capacity - 1)] = value;
            while (_queue.RemoveFirst() is { } waiter)
            {
                Give((AsyncWaiter<T>)waiter);
                woken.AddLast(waiter);
            }
        }

        ResumeAll(woken);
        return receivers;
    }

    internal void AddSender()
    {
        using (_gate.Hold())
        {
            _senders++;
        }
    }

    internal void DropSender()
    {
        var woken = new NodeQueue<AsyncWaiter>();
        using (_gate.Hold())
        {
            if (--_senders > 0)
            {
                return;
            }

            while (_queue.RemoveFirst() is { } waiter)
            {
                ((AsyncWaiter<T>)waiter).Failure = DisconnectedException.Receiving();
                woken.AddLast(waiter);
            }
        }

        ResumeAll(woken);
    }

    internal void DropReceiver(BroadcastReceiver<T> receiver)
    {
        var woken = new NodeQueue<AsyncWaiter>();
        using (_gate.Hold())
        {
            _receivers--;
            for (var waiter = _queue.First; waiter is not null;)
            {
                var next = waiter.Next;
                if (ReferenceEquals(waiter.Tag, receiver))
                {
                    _queue.Remove(waiter);
                    ((AsyncWaiter<T>)waiter).Failure = new ObjectDisposedException(typeof(BroadcastReceiver<T>).Name);
                    woken.AddLast(waiter);
                }

                waiter = next;
            }
        }

        ResumeAll(woken);
    }

    /// <exception cref="LaggedException"/>
    internal TryRecvResult TryRecv(BroadcastReceiver<T> receiver, out T value)
    {
        long missed;
        using (_gate.Hold())
        {
            var result = Take(receiver, out value, out missed);
            if (missed == 0)
            {
                return result;
            }
        }

        throw new LaggedException(missed);
    }

    internal ValueTask<T> RecvAsync(BroadcastReceiver<T> receiver, CancellationToken cancellation)
    {
        AsyncWaiter<T> waiter;
        using (_gate.Hold())
        {
            var result = Take(receiver, out var value, out var missed);
            if (missed != 0)
            {
                return ValueTask.FromException<T>(new LaggedException(missed));
            }

            if (result != TryRecvResult.Empty)
            {
                return result == TryRecvResult.Received
                    ? new ValueTask<T>(value)
                    : ValueTask.FromException<T>(DisconnectedException.Receiving());
            }

            _queue.AddLast(waiter = new AsyncWaiter<T>(this) { Tag = receiver });
        }

        return waiter.Await(cancellation);
    }

    public bool Withdraw(AsyncWaiter waiter)
    {
        using (_gate.Hold())
        {
            return _queue.Remove(waiter);
        }
    }

    private TryRecvResult Take(BroadcastReceiver<T> receiver, out T value, out long missed)
    {
        value = default!;
        missed = Math.Max(0, _count - capacity - receiver.Next);
        if (missed > 0)
        {
            receiver.Next += missed;
            return TryRecvResult.Empty;
        }

        if (receiver.Next == _count)
        {
            return _senders == 0 ? TryRecvResult.Disconnected : TryRecvResult.Empty;
        }

        value = _ring[receiver.Next++ & (capacity - 1)];
        return TryRecvResult.Received;
    }

    /// <summary>A receiver's next value to one of its waits: it waited for exactly this one.</summary>
    private void Give(AsyncWaiter<T> waiter)
    {
        var receiver = (BroadcastReceiver<T>)waiter.Tag!;
        waiter.Result = _ring[(_count - 1) & (capacity - 1)];
        receiver.Next = _count;
    }

    private static void ResumeAll(NodeQueue<AsyncWaiter> woken)
    {
        while (woken.RemoveFirst() is { } waiter)
        {
            waiter.Resume();
        }
    }
}
