using System;
using System.Diagnostics;
using System.Threading;

namespace Fearless.Async;

/// <summary>Exclusive access to the value of an <see cref="AsyncRwLock{T}"/>. May be disposed on another thread than it was made on.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>Rust: <c>tokio::sync::OwnedRwLockWriteGuard</c>.</remarks>
[AssumeSend("not tied to a thread"), NotSync("exclusive access")]
[DebuggerDisplay("AsyncWriteGuard {_lock == null ? \"released\" : \"held\",nq}")]
public sealed class AsyncWriteGuard<[Send] T> : IDisposable
{
    private AsyncRwLock<T>? _lock;

    internal AsyncWriteGuard(AsyncRwLock<T> owner) => _lock = owner;

    /// <summary>The value, to read and to change. A ref cannot be kept across await; ask again.</summary>
    /// <exception cref="ObjectDisposedException">The guard was disposed or downgraded.</exception>
    public ref T Value
    {
        get
        {
            var owner = _lock;
            ObjectDisposedException.ThrowIf(owner is null, this);
            return ref owner.Value;
        }
    }

    /// <summary>Turns the write lock into a read lock with no writer in between; this guard is spent.</summary>
    /// <returns>The read guard.</returns>
    /// <exception cref="ObjectDisposedException">The guard was disposed or downgraded.</exception>
    public AsyncReadGuard<T> Downgrade()
    {
        var owner = Interlocked.Exchange(ref _lock, null);
        ObjectDisposedException.ThrowIf(owner is null, this);
        owner.Downgrade();
        return new AsyncReadGuard<T>(owner);
    }

    /// <summary>Releases the lock, to the first who waits. A second call does nothing.</summary>
    public void Dispose() => Interlocked.Exchange(ref _lock, null)?.ReleaseWrite();
}
