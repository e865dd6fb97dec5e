using System;
using System.Diagnostics;
using System.Threading;

namespace Fearless.Async;

/// <summary>An end that sends to all receivers.</summary>
/// <typeparam name="T">The type of the values, which all receivers share.</typeparam>
/// <remarks>Rust: <c>tokio::sync::broadcast::Sender</c>.</remarks>
[Send, Sync]
[DebuggerDisplay("BroadcastSender disposed: {_disposed}")]
public sealed class BroadcastSender<[Send, Sync] T> : IDisposable
{
    [AssumeSend("all under its gate"), AssumeSync("all under its gate")]
    private readonly BroadcastCore<T> _core;

    private int _disposed;

    internal BroadcastSender(BroadcastCore<T> core) => _core = core;

    /// <summary>Sends a value to every receiver that there is; never waits. A receiver that is too far behind loses its oldest value.</summary>
    /// <param name="value">The value; all receivers share it.</param>
    /// <returns>How many receivers will see it; 0: there are none, and the value was not kept.</returns>
    /// <exception cref="ObjectDisposedException">This sender was disposed.</exception>
    public int Send(T value)
    {
        ThrowIfDisposed();
        return _core.Send(value);
    }

    /// <summary>Another receiver, which gets what is sent from now on.</summary>
    /// <returns>The receiver.</returns>
    /// <exception cref="ObjectDisposedException">This sender was disposed.</exception>
    public BroadcastReceiver<T> Subscribe()
    {
        ThrowIfDisposed();
        return _core.Subscribe();
    }

    /// <summary>Another sender, to be disposed on its own.</summary>
    /// <returns>The sender.</returns>
    /// <exception cref="ObjectDisposedException">This sender was disposed.</exception>
    public BroadcastSender<T> Clone()
    {
        ThrowIfDisposed();
        _core.AddSender();
        return new BroadcastSender<T>(_core);
    }

    /// <summary>Gives the sender up; after the last one receivers get what is kept, and then fail. A second call does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _core.DropSender();
        }
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
}
