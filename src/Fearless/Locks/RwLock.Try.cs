using System;
using System.Threading;
using Fearless.Internal;

namespace Fearless;

public sealed partial class RwLock<T>
{
    /// <summary>Never waits: <c>using var g = l.TryRead(); if (g.IsHeld) …</c>. Not held: somebody writes, or waits to write.</summary>
    /// <exception cref="PoisonedException">The lock is poisoned, and could be read.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    public ReadGuard<T> TryRead()
    {
        ReadSlot? slot = Raw.TryShareBiased();
        if (slot is not null) return new ReadGuard<T>(this, slot);
        return Raw.TryShare() ? OpenRead() : default;
    }

    /// <summary>Never waits: <c>using var g = l.TryWrite(); if (g.IsHeld) …</c>. Not held: somebody reads or writes, this thread included.</summary>
    /// <exception cref="PoisonedException">The lock is free, and poisoned.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    public WriteGuard<T> TryWrite() => Raw.TryEnter() ? OpenWrite() : default;

    /// <summary>As <see cref="TryRead()"/>; false: <paramref name="guard"/> is not held, and disposing it does nothing.</summary>
    /// <exception cref="PoisonedException">The lock is poisoned, and could be read.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    public bool TryRead(out ReadGuard<T> guard)
    {
        guard = TryRead();
        return guard.IsHeld;
    }

    /// <summary>As <see cref="TryRead(out ReadGuard{T})"/>, waiting at most <paramref name="timeout"/>, however long; a thread that writes is told so at once.</summary>
    /// <exception cref="PoisonedException">The lock is poisoned, and could be read.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted while it waited; nothing is held.</exception>
    public bool TryRead(TimeSpan timeout, out ReadGuard<T> guard)
    {
        Deadline deadline = Deadline.After(timeout);
        guard = !Raw.IsMine && Raw.Share(deadline, Id) ? OpenRead() : default;
        return guard.IsHeld;
    }

    /// <summary>As <see cref="TryWrite()"/>; false: <paramref name="guard"/> is not held, and disposing it does nothing.</summary>
    /// <exception cref="PoisonedException">The lock is free, and poisoned.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    public bool TryWrite(out WriteGuard<T> guard)
    {
        guard = TryWrite();
        return guard.IsHeld;
    }

    /// <summary>As <see cref="TryWrite(out WriteGuard{T})"/>, waiting at most <paramref name="timeout"/>, however long; a thread that reads or writes itself is told so at once.</summary>
    /// <exception cref="PoisonedException">The lock became free, and is poisoned.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted while it waited; nothing is held.</exception>
    public bool TryWrite(TimeSpan timeout, out WriteGuard<T> guard)
    {
        Deadline deadline = Deadline.After(timeout);
        bool waitsForItself = Raw.IsMine || Raw.IsReadByMe(PerThread.Id, Id);
        guard = !waitsForItself && Raw.Enter(deadline, Id) ? OpenWrite() : default;
        return guard.IsHeld;
    }
}
