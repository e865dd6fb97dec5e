using System;
using System.Diagnostics;
using System.Threading;

namespace Fearless.Async;

/// <summary>Exclusive access to the value of an <see cref="AsyncMutex{T}"/>. May be disposed on another thread than it was made on.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// Each guard is an object of its own, so one that was disposed can never release somebody else's lock. One that is lost without Dispose leaves
/// the mutex locked for ever, as in Rust. Rust: <c>tokio::sync::OwnedMutexGuard</c>.
/// </remarks>
[AssumeSend("not tied to a thread"), NotSync("exclusive access")]
[DebuggerDisplay("AsyncMutexGuard {_mutex == null ? \"released\" : \"held\",nq}")]
public sealed class AsyncMutexGuard<[Send] T> : IDisposable
{
    private AsyncMutex<T>? _mutex;

    internal AsyncMutexGuard(AsyncMutex<T> mutex) => _mutex = mutex;

    /// <summary>The value, to read and to change. A ref cannot be kept across await; ask again.</summary>
    /// <exception cref="ObjectDisposedException">The guard was disposed.</exception>
    public ref T Value
    {
        get
        {
            var mutex = _mutex;
            ObjectDisposedException.ThrowIf(mutex is null, this);
            return ref mutex.Value;
        }
    }

    /// <summary>Releases the lock, to the first who waits. A second call does nothing.</summary>
    public void Dispose() => Interlocked.Exchange(ref _mutex, null)?.Release();
}
