using System;
using System.Diagnostics;
using System.Threading;

namespace Fearless.Async;

/// <summary>Shared access to the value of an <see cref="AsyncRwLock{T}"/>, to read only. May be disposed on another thread than it was made on.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>Rust: <c>tokio::sync::OwnedRwLockReadGuard</c>.</remarks>
[AssumeSend("not tied to a thread"), AssumeSync("read-only access")]
[DebuggerDisplay("AsyncReadGuard {_lock == null ? \"released\" : \"held\",nq}")]
public sealed class AsyncReadGuard<[Send] T> : IDisposable
{
    private AsyncRwLock<T>? _lock;

    internal AsyncReadGuard(AsyncRwLock<T> owner) => _lock = owner;

    /// <summary>The value, to read. A ref cannot be kept across await; ask again.</summary>
    /// <exception cref="ObjectDisposedException">The guard was disposed.</exception>
    public ref readonly T Value
    {
        get
        {
            var owner = _lock;
            ObjectDisposedException.ThrowIf(owner is null, this);
            return ref owner.Value;
        }
    }

    /// <summary>Releases the lock; the last reader lets the next writer in. A second call does nothing.</summary>
    public void Dispose() => Interlocked.Exchange(ref _lock, null)?.ReleaseRead();
}
