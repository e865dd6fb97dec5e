using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Channels;
using Fearless.Internal;

namespace Fearless;

/// <summary>The consumer's end, for one thread at a time. Enumerating it ends when every sender is gone and the queue is empty.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>
/// It may be handed from thread to thread. Two threads that break the rule still get every value exactly once. Rust: <c>mpsc::Receiver</c>.
/// </remarks>
[AssumeSend("one consumer at a time"), NotSync("single consumer")]
[DebuggerDisplay("Receiver queued: {_channel.Count} disposed: {_disposed}")]
public sealed class Receiver<[Send] T> : IDisposable, IEnumerable<T>
{
    private readonly ChannelCore<T> _channel;
    private readonly ChannelOperation<T>?[] _spare = new ChannelOperation<T>?[1];
    private int _disposed;

    internal Receiver(ChannelCore<T> channel) => _channel = channel;

    /// <summary>Tells the senders late, when the garbage collector finds a receiver that nobody disposed.</summary>
    ~Receiver()
    {
        if (_disposed == 0)
        {
            Debug.WriteLine($"A Receiver<{typeof(T)}> was collected without Dispose: its senders learn of it late.");
            _channel.DropReceiverHandle(disposeQueued: false);
        }
    }

    /// <summary>How many values are queued; never more than the bound. With senders about, already history when it returns.</summary>
    public int Count => _channel.Count;

    /// <summary>The most values that are ever queued: 0 at a rendezvous, null if there is no bound.</summary>
    public int? Capacity => _channel.Capacity;

    /// <summary>Whether nothing is queued. With senders about, already history when it returns.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Whether every sender is gone: what is queued, if anything, is all that will ever come. False may be history when it returns.</summary>
    public bool IsDisconnected => _channel.AreSendersGone;

    internal ChannelCore<T> Core
    {
        get
        {
            ThrowIfDisposed();
            return _channel;
        }
    }

    /// <summary>Waits for the next value.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="DisconnectedException">Every sender is gone and the queue is empty.</exception>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    /// <exception cref="ThreadInterruptedException">Interrupted while waiting; no value was taken.</exception>
    [return: Moved]
    public T Recv() => TryNext(out var value) ? value : throw DisconnectedException.Receiving();

    /// <summary>The next value, if one is queued or (rendezvous) a sender is waiting; never waits.</summary>
    /// <param name="value">The value, if the result is <see cref="TryRecvResult.Received"/>.</param>
    /// <returns>Whether there was a value, and why not.</returns>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    public TryRecvResult TryRecv([Moved, MaybeNull] out T value)
    {
        ThrowIfDisposed();
        var result = _channel.TryRecv(out value);
        GC.KeepAlive(this);
        return result;
    }

    /// <summary>Waits for the next value, at most <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long; zero only looks. Any length is accepted, <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</param>
    /// <param name="value">The value, if the result is <see cref="RecvTimeoutResult.Received"/>.</param>
    /// <returns>Whether there was a value, and why not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative.</exception>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    /// <exception cref="ThreadInterruptedException">Interrupted while waiting; no value was taken.</exception>
    public RecvTimeoutResult Recv(TimeSpan timeout, [Moved, MaybeNull] out T value)
    {
        ThrowIfDisposed();
        var result = _channel.Recv(Deadline.After(timeout), out value);
        GC.KeepAlive(this);
        return result switch
        {
            TryRecvResult.Received => RecvTimeoutResult.Received,
            TryRecvResult.Empty => RecvTimeoutResult.Timeout,
            _ => RecvTimeoutResult.Disconnected,
        };
    }

    /// <summary>The next value; completes at once if one is queued.</summary>
    /// <param name="cancellationToken">Gives up waiting; no value was then taken.</param>
    /// <returns>A task to await once, before the next call.</returns>
    /// <exception cref="DisconnectedException">Every sender is gone and the queue is empty.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; no value was taken.</exception>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    [return: Moved]
    public ValueTask<T> RecvAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellationToken);
        }

        var result = _channel.TryRecv(out var value);
        if (result == TryRecvResult.Empty)
        {
            return ChannelOperation<T>.Rent(_spare, _channel).Receive(this, cancellationToken);
        }

        GC.KeepAlive(this);
        return result == TryRecvResult.Received ? new ValueTask<T>(value) : ValueTask.FromException<T>(DisconnectedException.Receiving());
    }

    /// <summary>Waits for a value, and takes with it what else is queued, up to <paramref name="limit"/>: one wait for a whole batch.</summary>
    /// <param name="into">Where the values are added; what it holds already stays.</param>
    /// <param name="limit">The most values to take; 0 takes none and does not wait.</param>
    /// <param name="cancellationToken">Gives up waiting; no value was then taken.</param>
    /// <returns>How many values were added; 0 only if every sender is gone and the queue is empty, or the limit is 0. A task to await once, before the next call.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; no value was taken.</exception>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    public async ValueTask<int> RecvManyAsync(ICollection<T> into, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        if (limit == 0)
        {
            return 0;
        }

        T value;
        try
        {
            value = await RecvAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DisconnectedException)
        {
            return 0;
        }

        into.Add(value);
        var count = 1;
        for (; count < limit && TryRecv(out var next) == TryRecvResult.Received; count++)
        {
            into.Add(next!);
        }

        return count;
    }

    /// <summary>What is queued now; never waits.</summary>
    /// <returns>A sequence that ends when nothing is queued; it may be enumerated again later.</returns>
    [return: Moved]
    public IEnumerable<T> TryIter()
    {
        while (TryRecv(out var value) == TryRecvResult.Received)
        {
            yield return value!;
        }
    }

    /// <summary>Every value, until every sender is gone and the queue is empty. Leaving early leaves the rest in the channel.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The sequence.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; no value was lost.</exception>
    [return: Moved]
    public async IAsyncEnumerable<T> RecvAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            T value;
            try
            {
                value = await RecvAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DisconnectedException)
            {
                yield break;
            }

            yield return value;
        }
    }

    /// <summary>Waits for each value; ends when every sender is gone and the queue is empty. Leaving early leaves the rest in the channel.</summary>
    /// <returns>The enumerator.</returns>
    [return: Moved]
    public IEnumerator<T> GetEnumerator()
    {
        while (TryNext(out var value))
        {
            yield return value;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gives the receiver up: senders fail from now on and keep their values, and what is queued is disposed. A second call does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            GC.SuppressFinalize(this);
            _channel.DropReceiverHandle(disposeQueued: true);
        }
    }

    internal bool IsSameChannel(Receiver<T> other) => _channel == other._channel;

    /// <summary>One more consumer; only <see cref="SharedReceiver{T}"/> may have several.</summary>
    internal Receiver<T> CloneShared()
    {
        ThrowIfDisposed();
        _channel.AddReceiverHandle();
        var clone = new Receiver<T>(_channel);
        GC.KeepAlive(this);
        return clone;
    }

    private bool TryNext(out T value)
    {
        ThrowIfDisposed();
        var result = _channel.Recv(Deadline.Infinite, out value);
        GC.KeepAlive(this);
        return result == TryRecvResult.Received;
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
}
