using Fearless.Internal;

namespace Fearless.Channels;

// The way of two threads that are both awake. Flat on purpose: what one of them does between finding the line of the meeting point and waiting
// again, the other waits for, so every nanosecond here counts twice for each value.
internal sealed partial class RendezvousCore<T>
{
    // Two microseconds of spinning, and then some 20 of giving the processor away, as for other waits.
    private const int Patience = 70;

    internal override TrySendResult Send(T value, in Deadline deadline)
    {
        if (Atomics.Read(ref _flags) != 0)
        {
            return SendPastQueue(value, deadline);
        }

        ref var offer = ref _point.Offer;
        ref var wish = ref _point.Wish;
        if (TryGive(ref offer, ref wish, value))
        {
            return TrySendResult.Sent;
        }

        if (deadline.HasPassed)
        {
            return TrySendResult.Full;
        }

        if (!TryOwn(ref offer, out var turn))
        {
            return SendQueued(value, deadline, isFirst: false);
        }

        offer.Show(turn, value);
        var backoff = Backoff.Steady;
        while (!offer.IsOver(turn))
        {
            // Both halves came at the same time, and each showed what it wants before it saw the other: it is the sender who moves.
            if (wish.IsShown && offer.TryReclaim(turn))
            {
                if (wish.TryGive(value))
                {
                    offer.Leave();
                    break;
                }

                offer.Show(turn, value);
            }
            else if (!MayStay(ref backoff))
            {
                if (offer.TryReclaim(turn))
                {
                    return SendQueued(value, deadline, isFirst: true);
                }

                // A partner is moving the value.
                backoff.Pause();
            }
        }

        return TrySendResult.Sent;
    }

    internal override TryRecvResult Recv(in Deadline deadline, out T value)
    {
        if (Atomics.Read(ref _flags) != 0)
        {
            return RecvPastQueue(deadline, out value);
        }

        ref var offer = ref _point.Offer;
        ref var wish = ref _point.Wish;
        if (TryTake(ref offer, ref wish, out value))
        {
            return TryRecvResult.Received;
        }

        if (deadline.HasPassed)
        {
            return TryRecvResult.Empty;
        }

        if (!TryOwn(ref wish, out var turn))
        {
            return RecvQueued(deadline, isFirst: false, out value);
        }

        wish.Show(turn);
        var backoff = Backoff.Steady;
        while (!wish.IsSettled)
        {
            if (!MayStay(ref backoff))
            {
                if (wish.TryReclaim(turn))
                {
                    return RecvQueued(deadline, isFirst: true, out value);
                }

                backoff.Pause();
            }
        }

        value = wish.Collect();
        return TryRecvResult.Received;
    }

    // Not while one of our own half is at the point: it came before us.
    private static bool TryGive(ref MeetingPlace<T> offer, ref MeetingPlace<T> wish, T value) => !offer.IsShown && wish.TryGive(value);

    private static bool TryTake(ref MeetingPlace<T> offer, ref MeetingPlace<T> wish, out T value)
    {
        value = default!;
        return !wish.IsShown && offer.TryTake(out value);
    }

    private TrySendResult SendPastQueue(T value, in Deadline deadline)
    {
        var result = TrySend(value);
        return result == TrySendResult.Full && !deadline.HasPassed ? SendQueued(value, deadline, isFirst: false) : result;
    }

    private TryRecvResult RecvPastQueue(in Deadline deadline, out T value)
    {
        var result = TryRecv(out value);
        return result == TryRecvResult.Empty && !deadline.HasPassed ? RecvQueued(deadline, isFirst: false, out value) : result;
    }

    /// <summary>False: another of this half is first, or somebody is queued.</summary>
    private bool TryOwn(ref MeetingPlace<T> place, out long turn)
    {
        if (!place.TryClaim(out turn))
        {
            return false;
        }

        // Asked by the owner: whoever owned it before us may have left it for the queue.
        if (Atomics.Read(ref _flags) == 0)
        {
            return true;
        }

        place.Leave();
        return false;
    }

    private bool MayStay(ref Backoff backoff) => Atomics.Read(ref _flags) == 0 && backoff.TryPause(Patience);
}
