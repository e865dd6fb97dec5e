using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>A channel without room: a value changes hands only when a sender meets a receiver.</summary>
/// <remarks>
/// Two threads that are both awake meet at the <see cref="MeetingPoint{T}"/>, without the gate, and only while nobody is queued. Everything else
/// happens under the gate. Invariants: never is a sender queued while a receiver of another owner is, so whoever arrives needs to look at the
/// other queue only. Nobody sleeps at the meeting point: who has waited there for a while, or sees that somebody was queued, goes to the queue
/// itself, where it cannot miss a partner. Nobody overtakes: the owner of a place there found no queue, and goes to the queue's front before it
/// leaves the place to others; nobody is met there past somebody of the same half.
/// </remarks>
internal sealed partial class RendezvousCore<T> : ChannelCore<T>
{
    private const int ReceiverGone = 1;
    private const int SendersGone = 2;
    private const int Gone = ReceiverGone | SendersGone;
    private const int SenderQueued = 4;
    private const int ReceiverQueued = 8;

    private readonly MeetingPoint<T> _point = new();

    // Changes under the gate only; tells a thread outside whom it cannot meet, and the owner of the meeting point when to leave it.
    private int _flags;

    internal override int Count => 0;

    internal override int? Capacity => 0;

    internal override bool IsReceiverGone => (Atomics.Read(ref _flags) & ReceiverGone) != 0;

    internal override bool AreSendersGone => (Atomics.Read(ref _flags) & SendersGone) != 0;

    internal override TrySendResult TrySend(T value)
    {
        var flags = Atomics.Read(ref _flags);
        if ((flags & SenderQueued) == 0 && TryGive(ref _point.Offer, ref _point.Wish, value))
        {
            return TrySendResult.Sent;
        }

        if ((flags & ReceiverQueued) == 0)
        {
            return (flags & ReceiverGone) != 0 ? TrySendResult.Disconnected : TrySendResult.Full;
        }

        ChannelWaiter<T>? receiver;
        using (Gate.Hold())
        {
            if ((_flags & Gone) != 0)
            {
                return TrySendResult.Disconnected;
            }

            receiver = Receivers.ClaimFirst();
            OnQueuesChanged();
            if (receiver is null)
            {
                return TrySendResult.Full;
            }

            receiver.Value = value;
            receiver.Settle(WaitOutcome.Done);
        }

        receiver.Wake();
        return TrySendResult.Sent;
    }

    internal override TryRecvResult TryRecv(out T value)
    {
        var flags = Atomics.Read(ref _flags);
        value = default!;
        if ((flags & ReceiverQueued) == 0 && TryTake(ref _point.Offer, ref _point.Wish, out value))
        {
            return TryRecvResult.Received;
        }

        if ((flags & SenderQueued) == 0)
        {
            return (flags & Gone) != 0 ? TryRecvResult.Disconnected : TryRecvResult.Empty;
        }

        ChannelWaiter<T>? sender;
        using (Gate.Hold())
        {
            sender = Senders.ClaimFirst();
            OnQueuesChanged();
            if (sender is null)
            {
                return (_flags & Gone) != 0 ? TryRecvResult.Disconnected : TryRecvResult.Empty;
            }

            value = sender.Value;
            sender.Settle(WaitOutcome.Done);
        }

        sender.Wake();
        return TryRecvResult.Received;
    }

    internal override bool TryEnlistSender(ChannelWaiter<T> waiter)
    {
        using (Gate.Hold())
        {
            var isToWait = (_flags & ReceiverGone) == 0 && !Receivers.HasOther(waiter.Owner) && !(Senders.IsEmpty && CanMeet(ref _point.Wish, ref _point.Offer));
            Enlist(waiter, isToWait ? Senders : null, ref _point.Offer);
            return isToWait;
        }
    }

    internal override bool TryEnlistReceiver(ChannelWaiter<T> waiter)
    {
        using (Gate.Hold())
        {
            var isToWait = (_flags & Gone) == 0 && !Senders.HasOther(waiter.Owner) && !(Receivers.IsEmpty && CanMeet(ref _point.Offer, ref _point.Wish));
            Enlist(waiter, isToWait ? Receivers : null, ref _point.Wish);
            return isToWait;
        }
    }

    protected override void OnReceiverGone(bool disposeQueued)
    {
        Close(ReceiverGone);
        DisconnectAll(Senders);
        DisconnectAll(Receivers);
    }

    // Senders that are still queued (their handle was disposed under them) are still served.
    protected override void OnSendersGone()
    {
        Close(SendersGone);
        DisconnectAll(Receivers);
    }

    protected override void OnQueuesChanged() => Atomics.Write(
        ref _flags, (_flags & Gone) | (Senders.IsEmpty ? 0 : SenderQueued) | (Receivers.IsEmpty ? 0 : ReceiverQueued));

    private void Enlist(ChannelWaiter<T> waiter, ChannelQueue<T>? queue, ref MeetingPlace<T> own)
    {
        if (waiter.IsFirst)
        {
            queue?.AddFirst(waiter);
        }
        else
        {
            queue?.AddLast(waiter);
        }

        OnQueuesChanged();
        if (waiter.IsFirst)
        {
            // Only now: whoever claims the place after us sees that we are queued.
            waiter.IsFirst = false;
            own.Leave();
        }
    }

    private static bool CanMeet(ref MeetingPlace<T> other, ref MeetingPlace<T> own) => other.IsShown && !own.IsShown;

    private void Close(int half)
    {
        using (Gate.Hold())
        {
            Atomics.Write(ref _flags, _flags | half);
        }
    }
}
