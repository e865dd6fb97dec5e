using System;
using System.Runtime.CompilerServices;
using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>A queue of any length: one compare-and-swap to send, one to receive; allocates only when it grows.</summary>
/// <remarks>
/// A chain of rings. Senders use the last one as long as it has room, so a receiver that keeps pace never makes it grow. Invariants. (1) A ticket
/// belongs to the segment that was the last when it was taken: a sender reads the tail, then the segment, and its compare-and-swap fails if
/// a ticket was taken in between. (2) Who finds the ring full takes its ticket together with <see cref="QueueWords.Opening"/>, which keeps
/// others from taking one until the next segment, which starts with that ticket, is in place.
/// </remarks>
internal sealed class UnboundedCore<T> : QueueCore<T>
{
    private const int FirstLog = 5;

    private UnboundedSegment<T> _tailSegment;
    private UnboundedSegment<T> _headSegment;

    internal UnboundedCore(int log = FirstLog) => _tailSegment = _headSegment = new UnboundedSegment<T>(0, log);

    internal override int? Capacity => null;

    protected override int Bound => int.MaxValue;

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
            var segment = Atomics.Read(ref _tailSegment);
            var ticket = tail >> Tickets.Shift;
            if ((tail & (QueueWords.ReceiverGone | QueueWords.Opening)) == 0
                && ticket - Math.Max(segment.Start, Atomics.Read(ref Words.SeenHead)) < segment.Length)
            {
                if (Words.Tail.TryAdvanceShared(tail))
                {
                    Publish(segment, ticket, value);
                    if ((tail & QueueWords.ReceiverWaiting) != 0)
                    {
                        WakeReceiver();
                    }

                    return TrySendResult.Sent;
                }

                backoff.Pause();
            }
            else if (TrySendSlowly(tail, segment, value) is { } result)
            {
                return result;
            }
        }
    }

    internal override TryRecvResult TryRecv(out T value)
    {
        var taking = TryTakeOnce(out value);
        return taking == Taking.Taken ? TryRecvResult.Received
            : taking == Taking.Busy ? Again(out value)
            : Told(taking);
    }

    internal override bool TryEnlistSender(ChannelWaiter<T> waiter) => false;

    protected override Taking TryTake(out T value, out bool senderWaiting)
    {
        senderWaiting = false;
        return TryTakeOnce(out value);
    }

    protected override void AdmitSenders()
    {
        // Nobody ever waits to send.
    }

    protected override bool IsHeadPublished()
    {
        var segment = Atomics.Read(ref _headSegment);
        var ticket = Words.Head.Read() >> Tickets.Shift;
        while (segment.Next is { } next && ticket >= segment.End)
        {
            segment = next;
        }

        return Atomics.Read(ref segment.At(ticket).State) == segment.FullState(ticket);
    }

    private TryRecvResult Again(out T value)
    {
        var backoff = new Backoff();
        while (true)
        {
            var taking = TryTakeOnce(out value);
            if (taking != Taking.Busy)
            {
                return Told(taking);
            }

            backoff.Pause();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Taking TryTakeOnce(out T value)
    {
        // The segment before the head: it only ever moves to one that holds the head, so the head's is this one or a later one.
        var segment = Atomics.Read(ref _headSegment);
        var head = Words.Head.Read();
        var ticket = head >> Tickets.Shift;
        if (segment.Next is { } next && ticket >= segment.End)
        {
            // A slower thread may move it back; an earlier segment is still a good start.
            Atomics.Write(ref _headSegment, next);
            value = default!;
            return Taking.Busy;
        }

        ref var slot = ref segment.At(ticket);
        var full = segment.FullState(ticket);
        if (Atomics.Read(ref slot.State) != full)
        {
            value = default!;
            return Nothing(head);
        }

        value = slot.Value;
        if (!Words.Head.TryAdvanceShared(head))
        {
            value = default!;
            return Taking.Busy;
        }

        slot.Empty(full);
        return Taking.Taken;
    }

    private Taking Nothing(long head)
    {
        var tail = Words.Tail.Read();
        return tail >> Tickets.Shift != head >> Tickets.Shift ? Taking.Busy
            : (tail & QueueWords.Closed) != 0 ? Taking.Disconnected
            : Taking.Empty;
    }

    /// <summary>The receiver is gone, or somebody is opening a segment, or the ring seems full. Null: look again.</summary>
    private TrySendResult? TrySendSlowly(long tail, UnboundedSegment<T> segment, T value)
    {
        if ((tail & QueueWords.ReceiverGone) != 0)
        {
            return TrySendResult.Disconnected;
        }

        if ((tail & QueueWords.Opening) != 0)
        {
            var backoff = new Backoff();
            while ((Words.Tail.Read() & QueueWords.Opening) != 0)
            {
                backoff.Pause();
            }

            return null;
        }

        var ticket = tail >> Tickets.Shift;
        var head = Words.Head.Read() >> Tickets.Shift;
        Atomics.Write(ref Words.SeenHead, head);
        return ticket - Math.Max(segment.Start, head) < segment.Length ? null : Open(tail, segment, value);
    }

    private TrySendResult? Open(long tail, UnboundedSegment<T> segment, T value)
    {
        // Made before the ticket is taken: an OutOfMemoryException here has changed nothing.
        var ticket = tail >> Tickets.Shift;
        var next = segment.MakeNext(ticket);
        if (Atomics.CompareExchange(ref Words.Tail.Word, (tail + Tickets.One) | QueueWords.Opening, tail) != tail)
        {
            return null;
        }

        Publish(next, ticket, value);
        segment.Close(next);
        Atomics.Write(ref _tailSegment, next);
        Words.Tail.Clear(QueueWords.Opening);
        if ((tail & QueueWords.ReceiverWaiting) != 0)
        {
            WakeReceiver();
        }

        return TrySendResult.Sent;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Publish(UnboundedSegment<T> segment, long ticket, T value)
    {
        ref var slot = ref segment.At(ticket);
        var full = segment.FullState(ticket);
        if (RingSlot<T>.IsEmptied && Atomics.Read(ref slot.State) != full - 1)
        {
            AwaitEmpty(ref slot, full - 1);
        }

        slot.Value = value;
        Atomics.Write(ref slot.State, full);
    }

    /// <summary>The receiver of the lap before has taken its ticket, and is about to empty the slot.</summary>
    private static void AwaitEmpty(ref RingSlot<T> slot, long empty)
    {
        var backoff = new Backoff();
        while (Atomics.Read(ref slot.State) != empty)
        {
            backoff.Pause();
        }
    }
}
