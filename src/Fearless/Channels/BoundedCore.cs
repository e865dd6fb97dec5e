using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>A queue of at most so many values in a ring that is made once: at most one compare-and-swap to send, one to receive, no allocation.</summary>
/// <remarks>
/// Invariants. (1) Tail - Head ≤ bound: a sender takes a ticket only after reading a head that leaves room, and the head only grows.
/// (2) <see cref="QueueWords.SenderWaiting"/> is set whenever a sender is queued, and changes only under the gate. While it is set no sender
/// passes by: the channel was full when it was set, <see cref="QueueWords.SeenHead"/> does not move while it is set, and a sender who has to
/// read the head itself sees it. (3) A sender queues up, then looks at the room again; a receiver makes room, and the same instruction tells
/// it of the flag. So one of the two sees the other.
/// </remarks>
internal sealed class BoundedCore<T> : QueueCore<T>
{
    private const int MaxSendPause = 8;

    private readonly int _bound;
    private readonly RingStore<T> _ring;

    internal BoundedCore(int bound)
    {
        _bound = bound;
        _ring = new RingStore<T>(BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)bound)));
    }

    internal override int? Capacity => _bound;

    protected override int Bound => _bound;

    // With a long queue in front of it a sender is in no hurry. Long enough for the receiver to get well ahead: two who follow each other from
    // slot to slot pull the same cache line to and fro for every value.
    protected override int SendPause => Math.Min(_bound / 32, MaxSendPause);

    // Here and in the other queue, not in the base: a sealed type's call of TrySend is direct.
    internal override TrySendResult Send(T value, in Deadline deadline)
    {
        var result = TrySend(value);
        return result == TrySendResult.Full ? WaitToSend(value, deadline) : result;
    }

    internal override TryRecvResult Recv(in Deadline deadline, out T value)
    {
        var result = TryRecv(out value);
        return result == TryRecvResult.Empty ? WaitToRecv(deadline, out value) : result;
    }

    internal override TrySendResult TrySend(T value)
    {
        var backoff = new Backoff(ContendedPause);
        while (true)
        {
            var tail = Words.Tail.Read();
            if ((tail & QueueWords.ReceiverGone) != 0)
            {
                return TrySendResult.Disconnected;
            }

            var ticket = tail >> Tickets.Shift;
            if (ticket - Atomics.Read(ref Words.SeenHead) >= _bound && !HasRoom(ticket))
            {
                return TrySendResult.Full;
            }

            // Found before the ticket is taken: an OutOfMemoryException here has changed nothing.
            ref var slot = ref _ring.At(ticket);
            if (Words.Tail.TryAdvance(tail))
            {
                Publish(ref slot, ticket, value);
                if (Tickets.IsSampled(tail))
                {
                    Words.Tail.ConsiderBias();
                }

                if ((tail & QueueWords.ReceiverWaiting) != 0)
                {
                    WakeReceiver();
                }

                return TrySendResult.Sent;
            }

            if (Words.Tail.TryUnbiasRival(Gate))
            {
                SlowReceiver();
            }
            else
            {
                backoff.Pause();
            }
        }
    }

    internal override TryRecvResult TryRecv(out T value)
    {
        var taking = TryTake(out value, out var senderWaiting);
        if (taking == Taking.Busy)
        {
            var backoff = new Backoff();
            do
            {
                if (!Words.Head.TryUnbiasRival(Gate))
                {
                    backoff.Pause();
                }

                taking = TryTake(out value, out senderWaiting);
            }
            while (taking == Taking.Busy);
        }

        if (taking == Taking.Taken && senderWaiting)
        {
            AdmitSenders();
        }

        return Told(taking);
    }

    internal override bool TryEnlistSender(ChannelWaiter<T> waiter)
    {
        using (Gate.Hold())
        {
            if ((Words.Tail.Read() & QueueWords.ReceiverGone) != 0)
            {
                return false;
            }

            // Behind others there is no need to look: whoever makes room sees the flag, and lets them in before us.
            if (!Senders.IsEmpty)
            {
                Senders.AddLast(waiter);
                return true;
            }

            var head = Words.Head.Set(QueueWords.SenderWaiting) >> Tickets.Shift;
            if ((Words.Tail.Read() >> Tickets.Shift) - head < _bound)
            {
                Words.Head.Clear(QueueWords.SenderWaiting);
                return false;
            }

            Senders.AddLast(waiter);
            // A receiver will take the ticket for it.
            Words.Tail.GiveUpBias();
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected override Taking TryTake(out T value, out bool senderWaiting)
    {
        var head = Words.Head.Read();
        senderWaiting = (head & QueueWords.SenderWaiting) != 0;
        var ticket = head >> Tickets.Shift;
        ref var slot = ref _ring.At(ticket);
        var full = _ring.FullState(ticket);
        if (Atomics.Read(ref slot.State) != full)
        {
            value = default!;
            var tail = Words.Tail.Read();
            return tail >> Tickets.Shift != ticket ? Taking.Busy
                : (tail & QueueWords.Closed) != 0 ? Taking.Disconnected
                : Taking.Empty;
        }

        value = slot.Value;
        if (!Words.Head.TryAdvance(head))
        {
            value = default!;
            return Taking.Busy;
        }

        slot.Empty(full);
        // A receiver who is quicker than those who share the tail is at their heels, and pulls every cache line to and fro.
        if (Tickets.IsSampled(head) && (Words.Tail.Read() & Tickets.Biased) != 0)
        {
            Words.Head.ConsiderBias();
        }

        return Taking.Taken;
    }

    protected override bool IsHeadPublished()
    {
        var ticket = Words.Head.Read() >> Tickets.Shift;
        return Atomics.Read(ref _ring.At(ticket).State) == _ring.FullState(ticket);
    }

    protected override void AdmitSenders()
    {
        while (true)
        {
            ChannelWaiter<T>? sender;
            bool receiverWaiting;
            using (Gate.Hold())
            {
                sender = AdmitOne(out receiverWaiting);
                OnQueuesChanged();
            }

            if (sender is null)
            {
                return;
            }

            sender.Wake();
            if (receiverWaiting)
            {
                WakeReceiver();
            }
        }
    }

    protected override void OnQueuesChanged()
    {
        base.OnQueuesChanged();
        if (Senders.IsEmpty)
        {
            Words.Head.Clear(QueueWords.SenderWaiting);
        }
    }

    /// <summary>There are several senders: the receiver is to be no quicker than they are.</summary>
    private void SlowReceiver()
    {
        using (Gate.Hold())
        {
            Words.Head.Unbias();
        }
    }

    private bool HasRoom(long ticket)
    {
        var head = Words.Head.Read();
        if ((head & QueueWords.SenderWaiting) != 0)
        {
            return false;
        }

        head >>= Tickets.Shift;
        Atomics.Write(ref Words.SeenHead, head);
        return ticket - head < _bound;
    }

    private void Publish(ref RingSlot<T> slot, long ticket, T value)
    {
        var full = _ring.FullState(ticket);
        if (RingSlot<T>.IsEmptied && Atomics.Read(ref slot.State) != full - 1)
        {
            // The receiver of the lap before has taken its ticket, and is about to empty the slot.
            var backoff = new Backoff();
            do
            {
                backoff.Pause();
            }
            while (Atomics.Read(ref slot.State) != full - 1);
        }

        slot.Value = value;
        Atomics.Write(ref slot.State, full);
    }

    /// <summary>Sends the oldest waiting sender's value in its place, if there is room. Gate held, so nobody else does.</summary>
    private ChannelWaiter<T>? AdmitOne(out bool receiverWaiting)
    {
        receiverWaiting = false;
        var ticket = Words.Tail.Read() >> Tickets.Shift;
        // Found before the sender and the ticket are taken, as in TrySend.
        ref var slot = ref _ring.At(ticket);
        if (ticket - (Words.Head.Read() >> Tickets.Shift) >= _bound || Senders.ClaimFirst() is not { } sender)
        {
            return null;
        }

        // Nobody else takes tickets while the flag is up, but the flags in the word may change.
        while (true)
        {
            Words.Tail.Unbias();
            var tail = Words.Tail.Read();
            if ((tail & QueueWords.ReceiverGone) != 0)
            {
                sender.Settle(WaitOutcome.Disconnected);
                return sender;
            }

            if ((tail & Tickets.Biased) == 0 && Words.Tail.TryAdvanceShared(tail))
            {
                Publish(ref slot, ticket, sender.Value);
                receiverWaiting = (tail & QueueWords.ReceiverWaiting) != 0;
                sender.Settle(WaitOutcome.Done);
                return sender;
            }
        }
    }
}
