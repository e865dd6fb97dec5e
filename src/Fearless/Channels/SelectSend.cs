using System;

namespace Fearless.Channels;

/// <summary>Sends one value to a channel.</summary>
internal sealed class SelectSend<T>(Sender<T> sender, T value, Action? onSent, Action<T>? onDisconnected) : SelectCase
{
    // Captured: leaving a queue must work even if somebody disposes the sender meanwhile.
    private readonly ChannelCore<T> _channel = sender.Core;
    private SelectWaiter<T>? _waiter;
    private TrySendResult _result;
    private T _value = value;

    internal override bool TryNow() => Became(sender.Core.TrySend(_value));

    internal override bool TryEnlist(SelectState state, int index)
    {
        _waiter = new SelectWaiter<T>(state, index) { Value = _value };
        return _channel.TryEnlistSender(_waiter);
    }

    internal override void Withdraw() => _channel.Withdraw(_waiter!);

    internal override bool TakeSettled() => Became(_waiter!.Outcome switch
    {
        WaitOutcome.Done => TrySendResult.Sent,
        WaitOutcome.Disconnected => TrySendResult.Disconnected,
        _ => TrySendResult.Full,
    });

    internal override void Handle()
    {
        if (_result == TrySendResult.Sent)
        {
            onSent?.Invoke();
        }
        else if (onDisconnected is null)
        {
            throw DisconnectedException.Sending();
        }
        else
        {
            onDisconnected(_value);
        }
    }

    private bool Became(TrySendResult result)
    {
        _result = result;
        if (result == TrySendResult.Sent)
        {
            IsSpent = true;
            _value = default!;
        }

        return result != TrySendResult.Full;
    }
}
