using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Fearless.Async;

/// <summary>An end that sees the latest value, and remembers whether it has seen it.</summary>
/// <typeparam name="T">The type of the values, which all receivers share.</typeparam>
/// <remarks>Rust: <c>tokio::sync::watch::Receiver</c>.</remarks>
[Send, NotSync("remembers what it has seen")]
[DebuggerDisplay("WatchReceiver {Current} unseen: {HasChanged}")]
public sealed class WatchReceiver<[Send, Sync] T> : IDisposable
{
    [AssumeSend("all under its gate")]
    private readonly WatchCore<T> _core;

    private bool _disposed;

    internal WatchReceiver(WatchCore<T> core, long seen)
    {
        _core = core;
        SeenVersion = seen;
    }

    /// <summary>The latest value; does not count as seeing it.</summary>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    public T Current
    {
        get
        {
            ThrowIfDisposed();
            return _core.Read(out _);
        }
    }

    /// <summary>Whether there is a value not yet seen; also true of the last one after the sender is gone.</summary>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    public bool HasChanged
    {
        get
        {
            ThrowIfDisposed();
            _core.Read(out var version);
            return version != SeenVersion;
        }
    }

    // Written under the core's gate while somebody awaits, by the one user otherwise.
    internal long SeenVersion { get; set; }

    /// <summary>Completes when there is a value not yet seen, and marks it as seen. Throws <see cref="DisconnectedException"/> once the sender is gone and the last value was seen.</summary>
    /// <param name="cancellationToken">Gives up waiting; nothing is then marked.</param>
    /// <returns>A task to await once, before the next call.</returns>
    /// <exception cref="DisconnectedException">The sender is gone and the last value was seen.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    public ValueTask ChangedAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled(cancellationToken)
            : _core.ChangedAsync(this, cancellationToken);
    }

    /// <summary>Waits until a value satisfies the condition, the present one included, and marks it as seen.</summary>
    /// <param name="condition">Asked about each value that this receiver gets to see.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The value.</returns>
    /// <exception cref="DisconnectedException">The sender is gone and its last value did not satisfy the condition.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async ValueTask<T> WaitForAsync(Func<T, bool> condition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        while (true)
        {
            var value = GetAndMarkSeen();
            if (condition(value))
            {
                return value;
            }

            await ChangedAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The latest value, which counts as seen from now on.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    public T GetAndMarkSeen()
    {
        ThrowIfDisposed();
        var value = _core.Read(out var version);
        SeenVersion = version;
        return value;
    }

    /// <summary>Makes the latest value count as not seen.</summary>
    public void MarkChanged() => SeenVersion = -1;

    /// <summary>Makes the latest value count as seen.</summary>
    public void MarkUnchanged() => GetAndMarkSeen();

    /// <summary>Another receiver that has seen what this one has.</summary>
    /// <returns>The receiver.</returns>
    /// <exception cref="ObjectDisposedException">This receiver was disposed.</exception>
    public WatchReceiver<T> Clone()
    {
        ThrowIfDisposed();
        return new WatchReceiver<T>(_core, SeenVersion);
    }

    /// <summary>Gives the receiver up. A second call does nothing.</summary>
    public void Dispose()
    {
        _disposed = true;
        _core.Forget(this);
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, this);
}
