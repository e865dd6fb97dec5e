using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Fearless.Async;

/// <summary>The end that gives the value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>Rust: <c>tokio::sync::oneshot::Sender</c>, which a send consumes.</remarks>
[Send, Sync]
[DebuggerDisplay("OneshotSender closed: {IsClosed}")]
public sealed class OneshotSender<[Send] T> : IDisposable
{
    [AssumeSend("all under its gate"), AssumeSync("all under its gate")]
    private readonly OneshotCore<T> _core;

    internal OneshotSender(OneshotCore<T> core) => _core = core;

    /// <summary>True once the receiver is gone: there is nobody to compute a value for.</summary>
    public bool IsClosed => _core.IsClosed;

    /// <summary>Sends the value; never waits.</summary>
    /// <param name="value">Moved only if this returns true.</param>
    /// <returns>False: the receiver is gone, a value was sent before, or this sender was disposed; the value is still the caller's.</returns>
    public bool TrySend([MovedWhen(true)] T value) => _core.TrySend(value);

    /// <summary>Completes when the receiver is gone: a reason to stop computing.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>A task to await once.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ValueTask ClosedAsync(CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled(cancellationToken) : _core.ClosedAsync(cancellationToken);

    /// <summary>Gives the sender up; without a value sent the receiver fails. A second call does nothing.</summary>
    public void Dispose() => _core.DropSender();
}
