using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Channels;
using Fearless.Internal;

namespace Fearless;

/// <summary>A producer's end. Clone one for each producer; the channel disconnects when the last is disposed.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>
/// May be used by several threads at once. A sender that is collected without Dispose disconnects late, from its finalizer.
/// Rust: <c>mpsc::Sender</c> and <c>mpsc::SyncSender</c>.
/// </remarks>
[Send, AssumeSync("the queue is concurrent")]
[DebuggerDisplay("Sender queued: {_channel.Count} disposed: {_disposed}")]
public sealed class Sender<[Send] T> : IDisposable
{
    [AssumeSend("the queue is concurrent")]
    private readonly ChannelCore<T> _channel;

    [AssumeSend("exchanged atomically")]
    private readonly ChannelOperation<T>?[] _spare = new ChannelOperation<T>?[1];

    private int _disposed;

    internal Sender(ChannelCore<T> channel) => _channel = channel;

    /// <summary>Disconnects late, when the garbage collector finds a sender that nobody disposed.</summary>
    ~Sender()
    {
        if (_disposed == 0)
        {
            Debug.WriteLine($"A Sender<{typeof(T)}> was collected without Dispose: the channel disconnects late.");
            _channel.DropHandle();
        }
    }

    /// <summary>The most values that are ever queued: 0 at a rendezvous, null if there is no bound.</summary>
    public int? Capacity => _channel.Capacity;

    /// <summary>
    /// Whether the receiver is gone: then every send fails, for ever, and the work for the next value can be saved. False may be history when it returns.
    /// </summary>
    public bool IsDisconnected => _channel.IsReceiverGone;

    /// <summary>Whether both send into the same channel (Rust's <c>same_channel</c>).</summary>
    /// <param name="other">The other sender.</param>
    /// <returns>Whether they do.</returns>
    public bool IsSameChannel(Sender<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _channel == other._channel;
    }

    internal ChannelCore<T> Core
    {
        get
        {
            ThrowIfDisposed();
            return _channel;
        }
    }

    /// <summary>Sends a value; on a bounded channel waits for room, on a rendezvous until it was received.</summary>
    /// <param name="value">Moved, unless this throws.</param>
    /// <exception cref="DisconnectedException">The receiver is gone; the value was not taken.</exception>
    /// <exception cref="ObjectDisposedException">This sender was disposed.</exception>
    /// <exception cref="ThreadInterruptedException">Interrupted while waiting; the value was not taken.</exception>
    public void Send([Moved] T value)
    {
        ThrowIfDisposed();
        var result = _channel.Send(value, Deadline.Infinite);
        // Were this collected before the value is in, its finalizer could disconnect the channel ahead of it.
        GC.KeepAlive(this);
        if (result != TrySendResult.Sent)
        {
            throw DisconnectedException.Sending();
        }
    }

    /// <summary>Sends a value, waiting at most <paramref name="timeout"/> for room.</summary>
    /// <param name="value">Moved only if the result is <see cref="SendTimeoutResult.Sent"/>.</param>
    /// <param name="timeout">How long. Any length is accepted, <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</param>
    /// <returns>Whether the channel has the value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative.</exception>
    /// <exception cref="ObjectDisposedException">This sender was disposed.</exception>
    /// <exception cref="ThreadInterruptedException">Interrupted while waiting; the value was not taken.</exception>
    public SendTimeoutResult Send([MovedWhen(SendTimeoutResult.Sent)] T value, TimeSpan timeout)
    {
        ThrowIfDisposed();
        var result = _channel.Send(value, Deadline.After(timeout));
        GC.KeepAlive(this);
        return result switch
        {
            TrySendResult.Sent => SendTimeoutResult.Sent,
            TrySendResult.Full => SendTimeoutResult.Timeout,
            _ => SendTimeoutResult.Disconnected,
        };
    }

    /// <summary>Sends a value if that needs no waiting; on a rendezvous, if somebody is receiving right now.</summary>
    /// <param name="value">Moved only if the result is <see cref="TrySendResult.Sent"/>.</param>
    /// <returns>Whether the channel has the value, and why not.</returns>
    /// <exception cref="ObjectDisposedException">This sender was disposed.</exception>
    public TrySendResult TrySend([MovedWhen(TrySendResult.Sent)] T value)
    {
        ThrowIfDisposed();
        var result = _channel.TrySend(value);
        // Were this collected before the value is in, its finalizer could disconnect the channel ahead of it.
        GC.KeepAlive(this);
        return result;
    }

    /// <summary>Sends a value; completes when a bounded channel has room, or a rendezvous a receiver. Completes at once if it can.</summary>
    /// <param name="value">Moved, unless the task fails.</param>
    /// <param name="cancellationToken">Gives up waiting; the value was then not taken.</param>
    /// <returns>A task to await once.</returns>
    /// <exception cref="DisconnectedException">The receiver is gone; the value was not taken.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the value was not taken.</exception>
    /// <exception cref="ObjectDisposedException">This sender was disposed.</exception>
    public ValueTask SendAsync([Moved] T value, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        var result = _channel.TrySend(value);
        if (result == TrySendResult.Full)
        {
            return ChannelOperation<T>.Rent(_spare, _channel).Send(this, value, cancellationToken);
        }

        GC.KeepAlive(this);
        return result == TrySendResult.Sent ? ValueTask.CompletedTask : ValueTask.FromException(DisconnectedException.Sending());
    }

    /// <summary>Another sender of the same channel, to be disposed on its own.</summary>
    /// <returns>The new sender.</returns>
    /// <exception cref="ObjectDisposedException">This sender was disposed.</exception>
    public Sender<T> Clone()
    {
        ThrowIfDisposed();
        _channel.AddHandle();
        var clone = new Sender<T>(_channel);
        GC.KeepAlive(this);
        return clone;
    }

    /// <summary>A way back to a sender that does not keep the channel open, as for a worker that also sends to itself.</summary>
    /// <returns>The weak sender; nothing to dispose.</returns>
    /// <exception cref="ObjectDisposedException">This sender was disposed.</exception>
    public WeakSender<T> Downgrade()
    {
        ThrowIfDisposed();
        return new WeakSender<T>(_channel);
    }

    /// <summary>Gives this sender up; the last one disconnects the channel, which still delivers what is queued. A second call does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            GC.SuppressFinalize(this);
            _channel.DropHandle();
        }
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
}
