using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Internal;

namespace Fearless.Async;

/// <summary>A mutex whose guard may be held across await. First come, first served; a cancelled waiter loses nothing. Never poisoned.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// What one holder wrote is visible to the next. Continuations never run inside Dispose. Locking again while holding the guard waits for ever:
/// an await has no thread that could be recognised. Uncontended it costs two atomic instructions and the guard's 24 bytes.
/// Rust: <c>tokio::sync::Mutex</c>. BCL: <see cref="SemaphoreSlim"/>, which owns no value, is not first come, first served, and lets anybody release.
/// </remarks>
[AssumeSend("moves its value along"), AssumeSync("one holder at a time")]
[DebuggerDisplay("AsyncMutex {_state == 0 ? \"free\" : \"locked\",nq}")]
public sealed class AsyncMutex<[Send] T> : IAsyncWaitOwner
{
    // Invariant: Contended exactly while somebody is queued; only changed to and from it under the gate. A release with waiters hands the lock
    // to the first without going through Free, so nobody overtakes.
    private const int Free = 0;
    private const int Held = 1;
    private const int Contended = 2;

    private readonly Gate _gate = new();
    private readonly NodeQueue<AsyncWaiter> _queue = new();
    private T _value;
    private int _state;

    /// <summary>Makes a free mutex around a value.</summary>
    /// <param name="value">Moved in.</param>
    public AsyncMutex([Moved] T value) => _value = value;

    internal ref T Value => ref _value;

    /// <summary>Waits for the lock; completes at once if it is free.</summary>
    /// <param name="cancellationToken">Gives up waiting; the lock then goes to the next.</param>
    /// <returns>The guard; await once, and dispose it to release: <c>using var guard = await mutex.LockAsync();</c></returns>
    /// <exception cref="OperationCanceledException">Cancelled; the lock was not taken.</exception>
    public ValueTask<AsyncMutexGuard<T>> LockAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<AsyncMutexGuard<T>>(cancellationToken);
        }

        return Atomics.CompareExchange(ref _state, Held, Free) == Free
            ? new ValueTask<AsyncMutexGuard<T>>(new AsyncMutexGuard<T>(this))
            : Wait(cancellationToken);
    }

    /// <summary>Takes the lock if it is free; never waits.</summary>
    /// <param name="guard">Releases the lock when disposed.</param>
    /// <returns>Whether the lock was taken.</returns>
    public bool TryLock([NotNullWhen(true)] out AsyncMutexGuard<T>? guard)
    {
        guard = Atomics.CompareExchange(ref _state, Held, Free) == Free ? new AsyncMutexGuard<T>(this) : null;
        return guard is not null;
    }

    bool IAsyncWaitOwner.Withdraw(AsyncWaiter waiter)
    {
        using (_gate.Hold())
        {
            if (!_queue.Remove(waiter))
            {
                return false;
            }

            MarkHeld();
            return true;
        }
    }

    internal void Release()
    {
        if (Atomics.CompareExchange(ref _state, Free, Held) != Held)
        {
            HandOver();
        }
    }

    private ValueTask<AsyncMutexGuard<T>> Wait(CancellationToken cancellationToken)
    {
        var waiter = new AsyncWaiter<AsyncMutexGuard<T>>(this);
        using (_gate.Hold())
        {
            while (Atomics.Read(ref _state) != Contended)
            {
                // Freed in the meantime, or still held by somebody who must learn that we wait.
                if (Atomics.CompareExchange(ref _state, Held, Free) == Free)
                {
                    return new ValueTask<AsyncMutexGuard<T>>(new AsyncMutexGuard<T>(this));
                }

                Atomics.CompareExchange(ref _state, Contended, Held);
            }

            _queue.AddLast(waiter);
        }

        return waiter.Await(cancellationToken);
    }

    private void HandOver()
    {
        AsyncWaiter? next;
        using (_gate.Hold())
        {
            next = _queue.RemoveFirst();
            if (next is null)
            {
                // The waiters that made it contended have withdrawn.
                Atomics.Write(ref _state, Free);
                return;
            }

            ((AsyncWaiter<AsyncMutexGuard<T>>)next).Result = new AsyncMutexGuard<T>(this);
            MarkHeld();
        }

        next.Resume();
    }

    private void MarkHeld()
    {
        if (_queue.IsEmpty)
        {
            Atomics.CompareExchange(ref _state, Held, Contended);
        }
    }
}
