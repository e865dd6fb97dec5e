using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>
/// What the three kinds of channel share: the gate around the two queues of waiters, the count of sender handles, and the ways to wait.
/// </summary>
/// <remarks>
/// Nothing here relies on there being one receiver: two threads that misuse a Receiver at once still get each value exactly once.
/// </remarks>
internal abstract class ChannelCore<T>
{
    protected readonly Gate Gate = new();
    protected readonly ChannelQueue<T> Receivers = new();
    protected readonly ChannelQueue<T> Senders = new();
    private int _handles = 1;
    private int _receiverHandles = 1;

    /// <summary>Values queued now; never more than the bound.</summary>
    internal abstract int Count { get; }

    /// <summary>The most values that are ever queued; null: no bound.</summary>
    internal abstract int? Capacity { get; }

    internal abstract bool IsReceiverGone { get; }

    internal abstract bool AreSendersGone { get; }

    internal abstract TrySendResult TrySend(T value);

    internal abstract TryRecvResult TryRecv(out T value);

    /// <summary>Queues a waiting sender, unless a TrySend could do better than Full now: then false.</summary>
    internal abstract bool TryEnlistSender(ChannelWaiter<T> waiter);

    /// <summary>Queues a waiting receiver, unless a TryRecv could do better than Empty now: then false.</summary>
    internal abstract bool TryEnlistReceiver(ChannelWaiter<T> waiter);

    /// <summary>Full: the time was up.</summary>
    internal abstract TrySendResult Send(T value, in Deadline deadline);

    /// <summary>Empty: the time was up.</summary>
    internal abstract TryRecvResult Recv(in Deadline deadline, out T value);

    /// <summary>Takes a waiter back; false: it was settled already.</summary>
    internal bool Withdraw(ChannelWaiter<T> waiter)
    {
        using (Gate.Hold())
        {
            if (!Receivers.Remove(waiter) && !Senders.Remove(waiter))
            {
                return false;
            }

            OnQueuesChanged();
            return true;
        }
    }

    internal void AddHandle() => Atomics.Add(ref _handles, 1);

    /// <summary>False: the last handle is gone, and the channel has no senders any more.</summary>
    internal bool TryAddHandle()
    {
        while (true)
        {
            var handles = Atomics.Read(ref _handles);
            if (handles == 0)
            {
                return false;
            }

            if (Atomics.CompareExchange(ref _handles, handles + 1, handles) == handles)
            {
                return true;
            }
        }
    }

    internal void DropHandle()
    {
        if (Atomics.Add(ref _handles, -1) == 0)
        {
            OnSendersGone();
        }
    }

    internal void AddReceiverHandle() => Atomics.Add(ref _receiverHandles, 1);

    internal void DropReceiverHandle(bool disposeQueued)
    {
        if (Atomics.Add(ref _receiverHandles, -1) == 0)
        {
            OnReceiverGone(disposeQueued);
        }
    }

    /// <summary>The last receiver is gone: fails the senders and, unless called by a finalizer, disposes what is queued.</summary>
    protected abstract void OnReceiverGone(bool disposeQueued);

    protected abstract void OnSendersGone();

    /// <summary>A waiter left a queue; gate held.</summary>
    protected abstract void OnQueuesChanged();

    /// <summary>Settles the first waiter of a queue as disconnected; null: none is left. Wake it outside the gate.</summary>
    protected static ChannelWaiter<T>? Disconnect(ChannelQueue<T> queue)
    {
        var waiter = queue.ClaimFirst();
        waiter?.Settle(WaitOutcome.Disconnected);
        return waiter;
    }

    /// <summary>Settles and wakes all waiters of a queue, as disconnected.</summary>
    protected void DisconnectAll(ChannelQueue<T> queue)
    {
        while (true)
        {
            ChannelWaiter<T>? waiter;
            using (Gate.Hold())
            {
                waiter = Disconnect(queue);
                OnQueuesChanged();
            }

            if (waiter is null)
            {
                return;
            }

            waiter.Wake();
        }
    }

    /// <summary>Queues up, and waits until it is settled or the time is up. <paramref name="isFirst"/>: before all others, and asleep at once.</summary>
    protected TrySendResult SendQueued(T value, in Deadline deadline, bool isFirst)
    {
        var waiter = ThreadWaiter<T>.Rent();
        try
        {
            waiter.Value = value;
            waiter.IsFirst = isFirst;
            while (!TryEnlistSender(waiter))
            {
                var result = TrySend(value);
                if (result != TrySendResult.Full)
                {
                    return result;
                }
            }

            return waiter.Await(this, deadline, atOnce: isFirst) switch
            {
                WaitOutcome.Done => TrySendResult.Sent,
                WaitOutcome.Disconnected => TrySendResult.Disconnected,
                _ => TrySendResult.Full,
            };
        }
        finally
        {
            waiter.Return();
        }
    }

    /// <inheritdoc cref="SendQueued"/>
    protected TryRecvResult RecvQueued(in Deadline deadline, bool isFirst, out T value)
    {
        var waiter = ThreadWaiter<T>.Rent();
        try
        {
            waiter.IsFirst = isFirst;
            while (!TryEnlistReceiver(waiter))
            {
                var result = TryRecv(out value);
                if (result != TryRecvResult.Empty)
                {
                    return result;
                }
            }

            var outcome = waiter.Await(this, deadline, atOnce: isFirst);
            value = outcome == WaitOutcome.Done ? waiter.Value : default!;
            return outcome switch
            {
                WaitOutcome.Done => TryRecvResult.Received,
                WaitOutcome.Disconnected => TryRecvResult.Disconnected,
                _ => TryRecvResult.Empty,
            };
        }
        finally
        {
            waiter.Return();
        }
    }
}
