using System;
using System.Threading;
using Fearless.Internal;

namespace Fearless;

public sealed partial class Mutex<T>
{
    /// <summary>Never waits: <c>using var g = m.TryLock(); if (g.IsHeld) …</c> (Rust's <c>try_lock</c>). Not held: somebody has it, this thread included.</summary>
    /// <exception cref="PoisonedException">The mutex is free, and poisoned. A mutex that is both held and poisoned gives a guard that is not held.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    public MutexGuard<T> TryLock() => Raw.TryEnter() ? Open() : default;

    /// <summary>As <see cref="TryLock()"/>, waiting at most <paramref name="timeout"/>, however long; a thread that holds the mutex itself is told so at once.</summary>
    /// <exception cref="PoisonedException">The mutex became free, and is poisoned.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted while it waited; the mutex is not held.</exception>
    public MutexGuard<T> TryLock(TimeSpan timeout)
    {
        Deadline deadline = Deadline.After(timeout);
        return !Raw.IsMine && Raw.Enter(deadline) ? Open() : default;
    }

    /// <summary>As <see cref="TryLock()"/>; false: <paramref name="guard"/> is not held, and disposing it does nothing.</summary>
    /// <exception cref="PoisonedException">The mutex is free, and poisoned.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    public bool TryLock(out MutexGuard<T> guard)
    {
        guard = TryLock();
        return guard.IsHeld;
    }

    /// <summary>As <see cref="TryLock(TimeSpan)"/>; false: <paramref name="guard"/> is not held, and disposing it does nothing.</summary>
    /// <exception cref="PoisonedException">The mutex became free, and is poisoned.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted while it waited; the mutex is not held.</exception>
    public bool TryLock(TimeSpan timeout, out MutexGuard<T> guard)
    {
        guard = TryLock(timeout);
        return guard.IsHeld;
    }
}
