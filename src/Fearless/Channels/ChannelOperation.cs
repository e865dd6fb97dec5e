using System;
using System.Threading;
using System.Threading.Tasks;
using System.Threading.Tasks.Sources;

namespace Fearless.Channels;

/// <summary>A send or a receive that is awaited. Used again once its result was taken, so that a steady stream allocates nothing.</summary>
internal sealed class ChannelOperation<T>(ChannelCore<T> channel) : ChannelWaiter<T>, IValueTaskSource<T>, IValueTaskSource
{
    private ManualResetValueTaskSourceCore<T> _source = new() { RunContinuationsAsynchronously = true };
    private ChannelOperation<T>?[]? _home;
    private bool _isSend;
    private CancellationToken _cancellation;
    private CancellationTokenRegistration _registration;

    // The Sender or Receiver: were it collected while somebody awaits, its finalizer would disconnect the channel under them.
    private object? _handle;

    internal static ChannelOperation<T> Rent(ChannelOperation<T>?[] home, ChannelCore<T> channel)
    {
        var operation = Interlocked.Exchange(ref home[0], null) ?? new ChannelOperation<T>(channel);
        operation._home = home;
        operation._isSend = false;
        operation.Reset();
        return operation;
    }

    internal ValueTask<T> Receive(object handle, CancellationToken cancellation)
    {
        while (!channel.TryEnlistReceiver(this))
        {
            var result = channel.TryRecv(out var value);
            if (result != TryRecvResult.Empty)
            {
                GiveBack();
                return result == TryRecvResult.Received
                    ? new ValueTask<T>(value)
                    : ValueTask.FromException<T>(DisconnectedException.Receiving());
            }
        }

        return new ValueTask<T>(this, Await(handle, cancellation));
    }

    internal ValueTask Send(object handle, T value, CancellationToken cancellation)
    {
        Value = value;
        _isSend = true;
        while (!channel.TryEnlistSender(this))
        {
            var result = channel.TrySend(value);
            if (result != TrySendResult.Full)
            {
                GiveBack();
                return result == TrySendResult.Sent ? ValueTask.CompletedTask : ValueTask.FromException(DisconnectedException.Sending());
            }
        }

        return new ValueTask(this, Await(handle, cancellation));
    }

    internal override void Wake()
    {
        if (Outcome == WaitOutcome.Done)
        {
            _source.SetResult(Value);
        }
        else
        {
            _source.SetException(_isSend ? DisconnectedException.Sending() : DisconnectedException.Receiving());
        }
    }

    T IValueTaskSource<T>.GetResult(short token) => GetResult(token);

    void IValueTaskSource.GetResult(short token) => GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<T>.GetStatus(short token) => _source.GetStatus(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<T>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    private T GetResult(short token)
    {
        try
        {
            return _source.GetResult(token);
        }
        finally
        {
            // Waits for a cancellation that is just running: it must not meet the operation's next life.
            _registration.Dispose();
            _registration = default;
            _source.Reset();
            GiveBack();
        }
    }

    private short Await(object handle, CancellationToken cancellation)
    {
        // Whoever settles this operation does not read the two fields, and the caller does not see it before it is registered.
        _handle = handle;
        _cancellation = cancellation;
        var version = _source.Version;
        _registration = cancellation.UnsafeRegister(static self => ((ChannelOperation<T>)self!).Cancel(), this);
        return version;
    }

    /// <summary>Leaves the queue, so that nothing is lost: a value that was already moved makes the operation succeed instead.</summary>
    private void Cancel()
    {
        if (channel.Withdraw(this))
        {
            _source.SetException(new OperationCanceledException(_cancellation));
        }
    }

    private void GiveBack()
    {
        Value = default!;
        GC.KeepAlive(_handle);
        _handle = null;
        _cancellation = default;
        Volatile.Write(ref _home![0], this);
    }
}
