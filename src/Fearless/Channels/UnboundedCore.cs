using System.Runtime.CompilerServices;
using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>A queue of any length: one atomic addition to send, one compare-and-swap to receive.</summary>
/// <remarks>
/// A ticket says where a value goes. Both sides read their hint at a segment before they take a ticket: a hint only ever moves to a segment
/// in which some earlier ticket lies, so the segment of the own ticket is that one or a later one.
/// </remarks>
internal sealed class UnboundedCore<T> : QueueCore<T>
{
    private const int FirstLength = 32;

    private UnboundedSegment<T> _tailHint;
    private UnboundedSegment<T> _headHint;

    internal UnboundedCore() => _tailHint = _headHint = new UnboundedSegment<T>(0, FirstLength);

    protected override int Bound => int.MaxValue;

    internal override TrySendResult TrySend(T value)
    {
        var segment = Atomics.Read(ref _tailHint);
        var tail = Atomics.Add(ref Words.Tail, QueueWords.One) - QueueWords.One;
        if ((tail & QueueWords.ReceiverGone) != 0)
        {
            // The ticket is lost, and so is everybody who could miss it.
            return TrySendResult.Disconnected;
        }

        var ticket = tail >> QueueWords.Shift;
        var index = ticket - segment.Start;
        if (index >= segment.Slots.Length)
        {
            segment = Advance(segment, ticket);
            index = ticket - segment.Start;
        }

        ref var slot = ref segment.Slots[index];
        slot.Value = value;
        Atomics.Write(ref slot.Published, 1);
        if ((tail & QueueWords.ReceiverWaiting) != 0)
        {
            WakeReceiver();
        }

        return TrySendResult.Sent;
    }

    internal override TryRecvResult TryRecv(out T value)
    {
        var taking = TryTakeOnce(out value);
        return taking == Taking.Taken ? TryRecvResult.Received
            : taking == Taking.Busy ? Again(out value)
            : Told(taking);
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
        var segment = Atomics.Read(ref _headHint);
        var ticket = Atomics.Read(ref Words.Head) >> QueueWords.Shift;
        while (ticket - segment.Start >= segment.Slots.Length)
        {
            if (segment.Next is not { } next)
            {
                return false;
            }

            segment = next;
        }

        return Atomics.Read(ref segment.Slots[ticket - segment.Start].Published) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Taking TryTakeOnce(out T value)
    {
        var segment = Atomics.Read(ref _headHint);
        var head = Atomics.Read(ref Words.Head);
        var index = (head >> QueueWords.Shift) - segment.Start;
        if (index >= segment.Slots.Length)
        {
            value = default!;
            return MoveOn(segment);
        }

        ref var slot = ref segment.Slots[index];
        if (Atomics.Read(ref slot.Published) == 0)
        {
            value = default!;
            return Nothing(head);
        }

        if (Atomics.CompareExchange(ref Words.Head, head + QueueWords.One, head) != head)
        {
            value = default!;
            return Taking.Busy;
        }

        // The ticket is ours and the slot is never used again, so nobody else touches the value.
        value = slot.Value;
        slot.Value = default!;
        return Taking.Taken;
    }

    private Taking Nothing(long head)
    {
        var tail = Atomics.Read(ref Words.Tail);
        return tail >> QueueWords.Shift != head >> QueueWords.Shift ? Taking.Busy
            : (tail & QueueWords.Closed) != 0 ? Taking.Disconnected
            : Taking.Empty;
    }

    private Taking MoveOn(UnboundedSegment<T> segment)
    {
        if (segment.Next is { } next)
        {
            // All tickets of the old segment are taken. A slower thread may move the hint back; an older hint is still a good one.
            Atomics.Write(ref _headHint, next);
            return Taking.Busy;
        }

        return Nothing(Atomics.Read(ref Words.Head));
    }

    private UnboundedSegment<T> Advance(UnboundedSegment<T> segment, long ticket)
    {
        while (ticket - segment.Start >= segment.Slots.Length)
        {
            segment = segment.NextOrNew();
        }

        if (segment.Start > Atomics.Read(ref _tailHint).Start)
        {
            Atomics.Write(ref _tailHint, segment);
        }

        return segment;
    }
}
