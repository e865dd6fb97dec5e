using Fearless.Internal;

namespace Fearless.Channels;

internal sealed partial class RendezvousCore<T>
{
    // Two microseconds of spinning, and then some 20 of giving the processor away, as for other waits.
    private const int Patience = 85;

    // One who finds the point in use does not wait for its owner to get a processor: the queue serves it as well.
    private const int PatienceToOwn = 60;

    protected override TrySendResult SendSoon(T value, out bool isFirst)
    {
        isFirst = false;
        var backoff = Backoff.Steady;
        do
        {
            if (Atomics.Read(ref _flags) != 0)
            {
                return TrySendResult.Full;
            }

            if (_point.TryGive(value))
            {
                return TrySendResult.Sent;
            }

            if (TryOwn())
            {
                _point.Offer(value);
                isFirst = !WaitForPartner(ref backoff);
                if (isFirst)
                {
                    return TrySendResult.Full;
                }

                _point.Leave();
                return TrySendResult.Sent;
            }
        }
        // Another sender's offer comes first.
        while (!_point.IsOffered && backoff.TryPause(PatienceToOwn));
        return TrySendResult.Full;
    }

    protected override TryRecvResult RecvSoon(out T value, out bool isFirst)
    {
        isFirst = false;
        value = default!;
        var backoff = Backoff.Steady;
        do
        {
            if (Atomics.Read(ref _flags) != 0)
            {
                return TryRecvResult.Empty;
            }

            if (_point.TryTake(out value))
            {
                return TryRecvResult.Received;
            }

            if (TryOwn())
            {
                _point.Ask();
                isFirst = !WaitForPartner(ref backoff);
                if (isFirst)
                {
                    return TryRecvResult.Empty;
                }

                value = _point.Collect();
                return TryRecvResult.Received;
            }
        }
        while (!_point.IsAsked && backoff.TryPause(PatienceToOwn));
        return TryRecvResult.Empty;
    }

    private bool TryOwn()
    {
        if (!_point.TryClaim())
        {
            return false;
        }

        // Asked again by the owner: whoever owned it before us may have left it for the queue.
        if (Atomics.Read(ref _flags) == 0)
        {
            return true;
        }

        _point.Leave();
        return false;
    }

    /// <summary>True: the value has changed hands. False: nobody came; the point is still ours.</summary>
    private bool WaitForPartner(ref Backoff backoff)
    {
        while (!_point.IsSettled)
        {
            if (Atomics.Read(ref _flags) == 0 && backoff.TryPause(Patience))
            {
                continue;
            }

            if (_point.TryReclaim())
            {
                return false;
            }

            // A partner is moving the value.
            backoff.Pause();
        }

        return true;
    }
}
