using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace Fearless.Async;

/// <summary>An end that gets every value sent after it was made.</summary>
/// <typeparam name="T">The type of the values, which all receivers share.</typeparam>
/// <remarks>Rust: <c>tokio::sync::broadcast::Receiver</c>.</remarks>
[Send, NotSync("single consumer")]
[DebuggerDisplay("BroadcastReceiver unreceived: {_core.Unreceived(this)}")]
public sealed class BroadcastReceiver<[Send, Sync] T> : IDisposable
{
    [AssumeSend("all under its gate")]
    private readonly BroadcastCore<T> _core;

    private int _disposed;

    internal BroadcastReceiver(BroadcastCore<T> core, long next)
    {
        _core = core;
        Next = next;
    }

    // The number of the value to receive next; under the core's gate.
    internal long Next { get; set; }

    /// <summary>The next value; completes at once if there is one.</summary>
    /// <param name="cancellationToken">Gives up waiting; no value is lost.</param>
    /// <returns>A task to await once, before the next call.</returns>
    /// <exception cref="LaggedException">Values were overwritten before this receiver got them; the next call gives the oldest one kept.</exception>
    /// <exception cref="DisconnectedException">Every sender is gone and everything was received.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    public ValueTask<T> RecvAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<T>(cancellationToken)
            : _core.RecvAsync(this, cancellationToken);
    }

    /// <summary>The next value, if there is one; never waits.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether there was a value, and why not.</returns>
    /// <exception cref="LaggedException">Values were overwritten before this receiver got them; the next call gives the oldest one kept.</exception>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    public TryRecvResult TryRecv([MaybeNull] out T value)
    {
        ThrowIfDisposed();
        return _core.TryRecv(this, out value);
    }

    /// <summary>Another receiver, which gets what is sent from now on.</summary>
    /// <returns>The receiver.</returns>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    public BroadcastReceiver<T> Resubscribe()
    {
        ThrowIfDisposed();
        return _core.Subscribe();
    }

    /// <summary>Gives the receiver up. A second call does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _core.DropReceiver(this);
        }
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
}
