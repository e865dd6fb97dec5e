using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace Fearless.Async;

/// <summary>The end that waits for the value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>Rust: <c>tokio::sync::oneshot::Receiver</c>.</remarks>
[Send, NotSync("single consumer")]
[DebuggerDisplay("OneshotReceiver disposed: {_disposed}")]
public sealed class OneshotReceiver<[Send] T> : IDisposable
{
    [AssumeSend("all under its gate")]
    private readonly OneshotCore<T> _core;

    private int _disposed;

    internal OneshotReceiver(OneshotCore<T> core) => _core = core;

    /// <summary>Whether the value is there to be received.</summary>
    public bool IsReady => _core.IsReady;

    /// <summary>The value; completes at once if it was sent.</summary>
    /// <param name="cancellationToken">Gives up waiting; the value is not lost.</param>
    /// <returns>A task to await once.</returns>
    /// <exception cref="DisconnectedException">The sender was disposed without sending, or the value was already received.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    [return: Moved]
    public ValueTask<T> RecvAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<T>(cancellationToken) : _core.RecvAsync(cancellationToken);
    }

    /// <summary>The value, if it was sent; never waits.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Disconnected: the sender was disposed without sending, or the value was already received.</returns>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    public TryRecvResult TryRecv([Moved, MaybeNull] out T value)
    {
        ThrowIfDisposed();
        return _core.TryRecv(out value);
    }

    /// <summary>Gives the receiver up: a later send fails, and a value that was sent but not received is disposed. A second call does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _core.DropReceiver();
        }
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
}
