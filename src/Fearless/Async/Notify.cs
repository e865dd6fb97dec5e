using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Fearless.Async;

/// <summary>Wakes waiters; one notification is stored when nobody waits.</summary>
/// <remarks>
/// What was written before a notification is visible to whom it wakes. A cancelled waiter takes no notification with it. Continuations never
/// run inside a Notify call. Rust: <c>tokio::sync::Notify</c>. BCL: none that is async; <see cref="AutoResetEvent"/> for threads.
/// </remarks>
[Send, Sync]
[DebuggerDisplay("Notify stored: {_core.IsStored}")]
public sealed class Notify
{
    [AssumeSend("all under its gate"), AssumeSync("all under its gate")]
    private readonly NotifyCore _core = new();

    /// <summary>Waits for a notification, from the moment of the call on; completes at once if one is stored.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>A task to await once.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; no notification was taken.</exception>
    public ValueTask NotifiedAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        var waiter = new AsyncWaiter<bool>(_core);
        return _core.TryEnlist(waiter) ? waiter.AwaitDone(cancellationToken) : ValueTask.CompletedTask;
    }

    /// <summary>Wakes the waiter that came first; if nobody waits, the next one will not wait. Two stored notifications are one.</summary>
    public void NotifyOne() => _core.NotifyOne(newest: false);

    /// <summary>As <see cref="NotifyOne"/>, but wakes the waiter that came last.</summary>
    public void NotifyLast() => _core.NotifyOne(newest: true);

    /// <summary>Wakes all who wait now; stores nothing.</summary>
    public void NotifyWaiters() => _core.NotifyAll();
}
