using Fearless.Internal;

namespace Fearless.Channels;

internal sealed partial class RendezvousCore<T>
{
    // Two microseconds of spinning, and then some 20 of giving the processor away, as for other waits.
    private const int Patience = 85;

    protected override TrySendResult SendSoon(T value, out bool isFirst)
    {
        isFirst = false;
        ref var offer = ref _point.Offer;
        if (!TryOwn(ref offer))
        {
            return TrySendResult.Full;
        }

        offer.Show(value);
        var backoff = Backoff.Steady;
        while (!offer.IsSettled)
        {
            // Both halves came at the same time, and each showed what it wants before it saw the other: it is the sender who moves.
            if (_point.Wish.IsShown && offer.TryReclaim())
            {
                if (_point.Wish.TryGive(value))
                {
                    break;
                }

                offer.Show(value);
            }
            else if (!MayStay(ref backoff))
            {
                isFirst = offer.TryReclaim();
                if (isFirst)
                {
                    return TrySendResult.Full;
                }

                // A partner is moving the value.
                backoff.Pause();
            }
        }

        offer.Leave();
        return TrySendResult.Sent;
    }

    protected override TryRecvResult RecvSoon(out T value, out bool isFirst)
    {
        isFirst = false;
        value = default!;
        ref var wish = ref _point.Wish;
        if (!TryOwn(ref wish))
        {
            return TryRecvResult.Empty;
        }

        wish.Show();
        var backoff = Backoff.Steady;
        while (!wish.IsSettled)
        {
            if (!MayStay(ref backoff))
            {
                isFirst = wish.TryReclaim();
                if (isFirst)
                {
                    return TryRecvResult.Empty;
                }

                backoff.Pause();
            }
        }

        value = wish.Collect();
        return TryRecvResult.Received;
    }

    /// <summary>False: another of this half is first, or somebody is queued.</summary>
    private bool TryOwn(ref MeetingPlace<T> place)
    {
        if (Atomics.Read(ref _flags) != 0 || !place.TryClaim())
        {
            return false;
        }

        // Asked again by the owner: whoever owned it before us may have left it for the queue.
        if (Atomics.Read(ref _flags) == 0)
        {
            return true;
        }

        place.Leave();
        return false;
    }

    private bool MayStay(ref Backoff backoff) => Atomics.Read(ref _flags) == 0 && backoff.TryPause(Patience);

    // Not while one of our own half is at the point: it came before us.
    private bool TryGive(T value) => !_point.Offer.IsShown && _point.Wish.TryGive(value);

    private bool TryTake(out T value)
    {
        value = default!;
        return !_point.Wish.IsShown && _point.Offer.TryTake(out value);
    }
}
