using System;
using System.Diagnostics;
using System.Threading;

namespace Fearless.Async;

/// <summary>The end that changes the value.</summary>
/// <typeparam name="T">The type of the values, which all receivers share.</typeparam>
/// <remarks>Never waits for receivers, and keeps the value even when there are none. Rust: <c>tokio::sync::watch::Sender</c>.</remarks>
[Send, Sync]
[DebuggerDisplay("WatchSender {Current}")]
public sealed class WatchSender<[Send, Sync] T> : IDisposable
{
    [AssumeSend("all under its gate"), AssumeSync("all under its gate")]
    private readonly WatchCore<T> _core;

    private int _disposed;

    internal WatchSender(WatchCore<T> core) => _core = core;

    /// <summary>The latest value.</summary>
    public T Current => _core.Read(out _);

    /// <summary>Replaces the value and tells every receiver.</summary>
    /// <param name="value">The new value.</param>
    /// <exception cref="ObjectDisposedException">This sender was disposed.</exception>
    public void Send([Moved] T value) => Replace(value);

    /// <summary>Replaces the value, tells every receiver, and returns the value before, which receivers may still hold.</summary>
    /// <param name="value">The new value.</param>
    /// <returns>The value before.</returns>
    /// <exception cref="ObjectDisposedException">This sender was disposed.</exception>
    public T Replace([Moved] T value)
    {
        ThrowIfDisposed();
        return _core.Replace(_ => value);
    }

    /// <summary>Replaces the value; changing it in place would race with receivers that hold it.</summary>
    /// <param name="change">Makes the new value from the old one. If it throws, nothing changes and nobody is told.</param>
    /// <exception cref="LockRecursionException">The function sends to this watch itself.</exception>
    /// <exception cref="ObjectDisposedException">This sender was disposed.</exception>
    public void SendModify(Func<T, T> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        ThrowIfDisposed();
        _core.Replace(change);
    }

    /// <summary>Replaces the value if the function says so; otherwise nobody is told.</summary>
    /// <param name="change">
    /// Gets the value in a variable of its own, may assign to it, and returns whether that is to be the value. It must not change the object that
    /// receivers hold. If it throws, nothing changes and nobody is told.
    /// </param>
    /// <returns>What the function returned.</returns>
    /// <exception cref="LockRecursionException">The function sends to this watch itself.</exception>
    /// <exception cref="ObjectDisposedException">This sender was disposed.</exception>
    public bool SendIfModified(RefFunc<T, bool> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        ThrowIfDisposed();
        return _core.TryReplace(change, out _);
    }

    /// <summary>Another receiver, which has seen the latest value.</summary>
    /// <returns>The receiver.</returns>
    /// <exception cref="ObjectDisposedException">This sender was disposed.</exception>
    public WatchReceiver<T> Subscribe()
    {
        ThrowIfDisposed();
        _core.Read(out var version);
        return new WatchReceiver<T>(_core, version);
    }

    /// <summary>Gives the sender up: receivers still see the last value, and then fail. A second call does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _core.Close();
        }
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
}
