using System;

namespace Fearless.Channels;

/// <summary>Receives from a channel.</summary>
internal sealed class SelectRecv<T>(Receiver<T> receiver, Action<T>? onValue, Action? onDisconnected) : SelectCase
{
    // Captured: leaving a queue must work even if somebody disposes the receiver meanwhile.
    private readonly ChannelCore<T> _channel = receiver.Core;
    private SelectWaiter<T>? _waiter;
    private TryRecvResult _result;
    private T _value = default!;

    internal override bool TryNow()
    {
        _result = receiver.Core.TryRecv(out _value);
        return _result != TryRecvResult.Empty;
    }

    internal override bool TryEnlist(SelectState state, int index)
    {
        _waiter = new SelectWaiter<T>(state, index);
        return _channel.TryEnlistReceiver(_waiter);
    }

    internal override void Withdraw() => _channel.Withdraw(_waiter!);

    internal override bool TakeSettled()
    {
        _value = _waiter!.Value;
        _result = _waiter.Outcome == WaitOutcome.Done ? TryRecvResult.Received : TryRecvResult.Disconnected;
        return _waiter.Outcome != WaitOutcome.Retry;
    }

    internal override void Handle()
    {
        var value = _value;
        _value = default!;
        if (_result == TryRecvResult.Received)
        {
            onValue?.Invoke(value);
        }
        else if (onDisconnected is null)
        {
            throw DisconnectedException.Receiving();
        }
        else
        {
            onDisconnected();
        }
    }
}
