using System;
using System.Runtime.ExceptionServices;
using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>A channel that queues values: who waits, who wakes whom, and what happens when a half goes away.</summary>
/// <remarks>
/// Invariants. (1) <see cref="QueueWords.ReceiverWaiting"/> is set whenever a receiver is queued, and changes only under the gate.
/// (2) A receiver queues up only in the atomic step that finds the queue empty with no ticket out, so the first ticket after it sees the
/// flag, and its sender comes to <see cref="WakeReceiver"/> after it has published.
/// </remarks>
internal abstract class QueueCore<T> : ChannelCore<T>
{
    /// <summary>
    /// What a sender pauses, a microsecond, after another was quicker with the ticket: meanwhile that one takes several with the word in its
    /// own cache. Two who try at once over and over get half as far.
    /// </summary>
    protected const int ContendedPause = 32;

    // How often a thread asks again before it queues up: a partner that keeps pace is met without any lock.
    private const int Patience = 20;

    // The least that a receiver pauses when it finds nothing, a quarter of a microsecond: one that looks into every slot as it is filled
    // pulls the sender's cache lines to and fro for every value.
    private const int RecvPause = 8;

    // The same after a stream of values that it has just caught up with: the further the sender gets ahead again, the less they disturb each other.
    private const int StreamPause = 32;
    private const int Stream = 4;

    protected QueueWords Words;

    internal sealed override int Count
    {
        get
        {
            // Head first: the difference may be too large by what came meanwhile, never negative; the bound caps it.
            var head = Words.Head.Read() >> Tickets.Shift;
            var tail = Words.Tail.Read() >> Tickets.Shift;
            return (int)Math.Min(tail - head, Bound);
        }
    }

    internal sealed override bool IsReceiverGone => (Words.Tail.Read() & QueueWords.ReceiverGone) != 0;

    internal sealed override bool AreSendersGone => (Words.Tail.Read() & QueueWords.SendersGone) != 0;

    protected abstract int Bound { get; }

    /// <summary>The least that a sender pauses when it finds no room.</summary>
    protected virtual int SendPause => 1;

    /// <summary>After a TrySend that found no room.</summary>
    protected TrySendResult WaitToSend(T value, in Deadline deadline)
    {
        if (deadline.HasPassed)
        {
            return TrySendResult.Full;
        }

        var backoff = new Backoff(SendPause);
        while (backoff.TryPause(Patience))
        {
            var result = TrySend(value);
            if (result != TrySendResult.Full)
            {
                return result;
            }
        }

        return SendQueued(value, deadline, isFirst: false);
    }

    /// <summary>After a TryRecv that found nothing.</summary>
    protected TryRecvResult WaitToRecv(in Deadline deadline, out T value)
    {
        value = default!;
        if (deadline.HasPassed)
        {
            return TryRecvResult.Empty;
        }

        var backoff = new Backoff(IsStreaming() ? StreamPause : RecvPause);
        while (backoff.TryPause(Patience))
        {
            var result = TryRecv(out value);
            if (result != TryRecvResult.Empty)
            {
                return result;
            }
        }

        return RecvQueued(deadline, isFirst: false, out value);
    }

    internal sealed override bool TryEnlistReceiver(ChannelWaiter<T> waiter)
    {
        using (Gate.Hold())
        {
            while (true)
            {
                Words.Tail.Unbias();
                var tail = Words.Tail.Read();
                var head = Words.Head.Read();
                if (tail >> Tickets.Shift != head >> Tickets.Shift || (tail & QueueWords.Closed) != 0)
                {
                    return false;
                }

                if ((tail & Tickets.Biased) == 0 && Atomics.CompareExchange(ref Words.Tail.Word, tail | QueueWords.ReceiverWaiting, tail) == tail)
                {
                    // A sender will take the ticket for it.
                    Words.Head.GiveUpBias();
                    Receivers.AddLast(waiter);
                    return true;
                }
            }
        }
    }

    protected sealed override void OnReceiverGone(bool disposeQueued)
    {
        // From this step on every sender's ticket carries the flag and means failure, so what is queued ends at this tail.
        long end;
        using (Gate.Hold())
        {
            end = Words.Tail.Set(QueueWords.ReceiverGone) >> Tickets.Shift;
        }

        DisconnectAll(Senders);
        DisconnectAll(Receivers);
        if (disposeQueued)
        {
            DisposeQueued(end);
        }
    }

    protected abstract Taking TryTake(out T value, out bool senderWaiting);

    /// <summary>Room was made while senders were queued.</summary>
    protected abstract void AdmitSenders();

    /// <summary>
    /// A value was published by a sender that saw the flag: hands the oldest value to the oldest receiver. And so on while both are there: the
    /// sender of a later ticket may have published before us, and have left its value to whoever publishes the one before it.
    /// </summary>
    protected void WakeReceiver()
    {
        bool isReceiverLeft;
        do
        {
            ChannelWaiter<T>? receiver;
            bool senderWaiting;
            using (Gate.Hold())
            {
                receiver = ServeReceiver(out senderWaiting);
                OnQueuesChanged();
                isReceiverLeft = receiver is not null && !Receivers.IsEmpty;
            }

            receiver?.Wake();
            if (senderWaiting)
            {
                AdmitSenders();
            }
        }
        while (isReceiverLeft);
    }

    protected sealed override void OnSendersGone()
    {
        long before;
        using (Gate.Hold())
        {
            before = Words.Tail.Set(QueueWords.SendersGone);
        }

        if ((before & QueueWords.ReceiverWaiting) != 0)
        {
            DisconnectAll(Receivers);
        }
    }

    protected override void OnQueuesChanged()
    {
        if (Receivers.IsEmpty)
        {
            Words.Tail.Clear(QueueWords.ReceiverWaiting);
        }
    }

    /// <summary>Whether many values were received since there were none for the last time.</summary>
    private bool IsStreaming()
    {
        var head = Words.Head.Read() >> Tickets.Shift;
        var isStreaming = head - Words.LastEmpty >= Stream;
        Words.LastEmpty = head;
        return isStreaming;
    }

    private ChannelWaiter<T>? ServeReceiver(out bool senderWaiting)
    {
        senderWaiting = false;
        while (Receivers.First is { } first)
        {
            // Not published: the sender of the oldest ticket saw the flag as well, and will come here itself.
            if (!IsHeadPublished())
            {
                return null;
            }

            Words.Head.Unbias();
            if (first.IsSelect)
            {
                Receivers.Remove(first);
                if (first.TryClaim())
                {
                    // A second receiver, if the rule of one is broken, may have been quicker: then the select looks again.
                    var won = TryTake(out first.Value, out senderWaiting) == Taking.Taken;
                    first.Settle(won ? WaitOutcome.Done : WaitOutcome.Retry);
                    return first;
                }
            }
            else if (TryTake(out first.Value, out senderWaiting) == Taking.Taken)
            {
                Receivers.Remove(first);
                first.Settle(WaitOutcome.Done);
                return first;
            }
        }

        return null;
    }

    protected abstract bool IsHeadPublished();

    protected static TryRecvResult Told(Taking taking) => taking switch
    {
        Taking.Taken => TryRecvResult.Received,
        Taking.Empty => TryRecvResult.Empty,
        _ => TryRecvResult.Disconnected,
    };

    private void DisposeQueued(long end)
    {
        Exception? first = null;
        var backoff = new Backoff();
        while (Words.Head.Read() >> Tickets.Shift < end)
        {
            if (TryTake(out var value, out _) != Taking.Taken)
            {
                Words.Head.TryUnbiasRival(Gate);
                backoff.Pause();
                continue;
            }

            try
            {
                (value as IDisposable)?.Dispose();
            }
            catch (Exception panic)
            {
                first ??= panic;
            }
        }

        if (first is not null)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
