using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Channels;

namespace Fearless;

/// <summary>A consumer's end of a channel that has several. Clone one for each consumer; senders fail when the last is disposed.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>
/// May be used by several threads at once. One that is collected without Dispose tells the senders late, from its finalizer.
/// Rust: <c>mpmc::Receiver</c> (unstable).
/// </remarks>
[AssumeSend("the queue is concurrent"), AssumeSync("the queue is concurrent")]
[DebuggerDisplay("SharedReceiver queued: {Count}")]
public sealed class SharedReceiver<[Send] T> : IDisposable, IEnumerable<T>
{
    private readonly Receiver<T> _receiver;

    internal SharedReceiver(Receiver<T> receiver) => _receiver = receiver;

    /// <inheritdoc cref="Receiver{T}.Count"/>
    public int Count => _receiver.Count;

    /// <inheritdoc cref="Receiver{T}.Capacity"/>
    public int? Capacity => _receiver.Capacity;

    /// <inheritdoc cref="Receiver{T}.IsEmpty"/>
    public bool IsEmpty => _receiver.IsEmpty;

    /// <summary>Whether a send would have to wait for room now: never if there is no bound, always at a rendezvous. Already history when it returns.</summary>
    public bool IsFull => Count >= Capacity;

    /// <inheritdoc cref="Receiver{T}.IsDisconnected"/>
    public bool IsDisconnected => _receiver.IsDisconnected;

    internal Receiver<T> Own => _receiver;

    /// <summary>Another receiver of the same channel, to be disposed on its own.</summary>
    /// <returns>The new receiver.</returns>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    public SharedReceiver<T> Clone() => new(_receiver.CloneShared());

    /// <summary>Whether both receive from the same channel (Rust's <c>same_channel</c>).</summary>
    /// <param name="other">The other receiver.</param>
    /// <returns>Whether they do.</returns>
    public bool IsSameChannel(SharedReceiver<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _receiver.IsSameChannel(other._receiver);
    }

    /// <inheritdoc cref="Receiver{T}.Recv()"/>
    [return: Moved]
    public T Recv() => _receiver.Recv();

    /// <inheritdoc cref="Receiver{T}.TryRecv"/>
    public TryRecvResult TryRecv([Moved, MaybeNull] out T value) => _receiver.TryRecv(out value);

    /// <inheritdoc cref="Receiver{T}.Recv(TimeSpan, out T)"/>
    public RecvTimeoutResult Recv(TimeSpan timeout, [Moved, MaybeNull] out T value) => _receiver.Recv(timeout, out value);

    /// <summary>The next value; completes at once if one is queued.</summary>
    /// <param name="cancellationToken">Gives up waiting; no value was then taken.</param>
    /// <returns>A task to await once.</returns>
    /// <exception cref="DisconnectedException">Every sender is gone and the queue is empty.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; no value was taken.</exception>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    [return: Moved]
    public ValueTask<T> RecvAsync(CancellationToken cancellationToken = default) => _receiver.RecvAsync(cancellationToken);

    /// <inheritdoc cref="Receiver{T}.RecvManyAsync"/>
    public ValueTask<int> RecvManyAsync(ICollection<T> into, int limit, CancellationToken cancellationToken = default) =>
        _receiver.RecvManyAsync(into, limit, cancellationToken);

    /// <inheritdoc cref="Receiver{T}.TryIter"/>
    [return: Moved]
    public IEnumerable<T> TryIter() => _receiver.TryIter();

    /// <inheritdoc cref="Receiver{T}.RecvAllAsync"/>
    [return: Moved]
    public IAsyncEnumerable<T> RecvAllAsync(CancellationToken cancellationToken = default) => _receiver.RecvAllAsync(cancellationToken);

    /// <inheritdoc cref="Receiver{T}.GetEnumerator"/>
    [return: Moved]
    public IEnumerator<T> GetEnumerator() => _receiver.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gives this receiver up; with the last one senders fail, and what is queued is disposed. A second call does nothing.</summary>
    public void Dispose() => _receiver.Dispose();
}
