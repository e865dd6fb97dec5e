using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>A channel without room: a value changes hands only when a sender meets a receiver, one of whom was queued.</summary>
/// <remarks>
/// Everything happens under the gate. Invariant: never is a sender queued while a receiver of another owner is, so whoever arrives needs to
/// look at the other queue only. The counts are hints that let a thread see from outside that there is nobody to meet.
/// </remarks>
internal sealed class RendezvousCore<T> : ChannelCore<T>
{
    private const int ReceiverGone = 1;
    private const int SendersGone = 2;

    private int _gone;
    private int _sendersQueued;
    private int _receiversQueued;

    internal override int Count => 0;

    internal override int? Capacity => 0;

    internal override bool IsReceiverGone => (Atomics.Read(ref _gone) & ReceiverGone) != 0;

    internal override bool AreSendersGone => (Atomics.Read(ref _gone) & SendersGone) != 0;

    protected override bool CanSpin => false;

    internal override TrySendResult TrySend(T value)
    {
        if (Atomics.Read(ref _receiversQueued) == 0)
        {
            return (Atomics.Read(ref _gone) & ReceiverGone) != 0 ? TrySendResult.Disconnected : TrySendResult.Full;
        }

        ChannelWaiter<T>? receiver;
        using (Gate.Hold())
        {
            if (_gone != 0)
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
        value = default!;
        if (Atomics.Read(ref _sendersQueued) == 0)
        {
            return Atomics.Read(ref _gone) != 0 ? TryRecvResult.Disconnected : TryRecvResult.Empty;
        }

        ChannelWaiter<T>? sender;
        using (Gate.Hold())
        {
            sender = Senders.ClaimFirst();
            OnQueuesChanged();
            if (sender is null)
            {
                return _gone != 0 ? TryRecvResult.Disconnected : TryRecvResult.Empty;
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
            if ((_gone & ReceiverGone) != 0 || Receivers.HasOther(waiter.Owner))
            {
                return false;
            }

            Senders.AddLast(waiter);
            OnQueuesChanged();
            return true;
        }
    }

    internal override bool TryEnlistReceiver(ChannelWaiter<T> waiter)
    {
        using (Gate.Hold())
        {
            if (_gone != 0 || Senders.HasOther(waiter.Owner))
            {
                return false;
            }

            Receivers.AddLast(waiter);
            OnQueuesChanged();
            return true;
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

    protected override void OnQueuesChanged()
    {
        Atomics.Write(ref _sendersQueued, Senders.IsEmpty ? 0 : 1);
        Atomics.Write(ref _receiversQueued, Receivers.IsEmpty ? 0 : 1);
    }

    private void Close(int half)
    {
        using (Gate.Hold())
        {
            Atomics.Write(ref _gone, _gone | half);
        }
    }
}
