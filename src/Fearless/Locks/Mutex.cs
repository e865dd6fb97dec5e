using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;
using Fearless.Internal;

namespace Fearless;

/// <summary>
/// Owns a value and lets one thread at a time reach it (Rust's <c>std::sync::Mutex</c>). The value has no other name than the guard's, so it
/// cannot be touched without the lock.
/// </summary>
/// <remarks>
/// <para><b>Not re-entrant.</b> Locking again on the same thread throws <see cref="LockRecursionException"/> at once: a second guard would alias the value.</para>
/// <para><b>Poisoning.</b> An exception that leaves the scope of a guard marks the mutex; later calls throw <see cref="PoisonedException"/> until <see cref="ClearPoison"/>.
/// Exceptions that are caught inside the scope do not, nor does a guard that was taken while the exception was already passing. On NativeAOT the runtime
/// cannot tell exactly; there, only exceptions that reach the body of <c>With</c>, <c>Threads.Catch</c> or the end of a Fearless thread poison.</para>
/// <para><b>Blocking.</b> Waiters spin for about a microsecond, then sleep. The lock may be taken by a thread that comes by before a woken one is there,
/// for at most a millisecond: after that the releaser hands it over. <see cref="Thread.Interrupt"/> ends a wait with <see cref="ThreadInterruptedException"/>, without the lock.</para>
/// <para><b>Ordering.</b> All that a holder did before releasing happens before all that the next holder does.</para>
/// <para><b>Cost.</b> Uncontended: one interlocked instruction, no allocation. The first contention allocates the queue, once.</para>
/// <para>A guard that is never disposed leaves the mutex locked for ever, as a leaked guard does in Rust.</para>
/// </remarks>
/// <typeparam name="T">What is guarded; it moves to whichever thread holds the lock, so it must be Send.</typeparam>
[AssumeSend("moves its value along"), AssumeSync("one thread at a time reaches the value")]
[DebuggerDisplay("{DebugText,nq}")]
public sealed partial class Mutex<[Send] T>
{
    internal RawLock Raw;
    internal T Item;

    /// <summary>An unlocked, sound mutex that owns <paramref name="value"/>, which the caller must not use any more.</summary>
    public Mutex([Moved] T value)
    {
        Panicking.Watch();
        Item = value;
    }

    /// <summary>Waits until the mutex is free and takes it: <c>using var guard = mutex.Lock();</c> (Rust's <c>lock().unwrap()</c>).</summary>
    /// <exception cref="PoisonedException">An exception escaped from an earlier critical section; the mutex is not held.</exception>
    /// <exception cref="LockRecursionException">This thread holds the mutex already.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted while it waited; the mutex is not held.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MutexGuard<T> Lock()
    {
        if (Raw.TryEnterCalm(out bool acquired)) return new MutexGuard<T>(this, Raw.Issue(), 0);
        return LockSlow(acquired);
    }

    /// <summary>As <see cref="Lock()"/>, but hands out the guard of a poisoned mutex too (Rust's <c>lock().unwrap_or_else(PoisonError::into_inner)</c>). The mutex stays poisoned.</summary>
    /// <exception cref="LockRecursionException">This thread holds the mutex already.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted while it waited; the mutex is not held.</exception>
    public MutexGuard<T> Lock(out bool wasPoisoned)
    {
        Raw.Enter(Deadline.Infinite);
        return OpenAnyhow(out wasPoisoned);
    }

    /// <summary>Whether an exception escaped from a critical section and nobody has called <see cref="ClearPoison"/> since. Does not wait.</summary>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    public bool IsPoisoned
    {
        get
        {
            int status = Raw.Status;
            if (LockStatus.IsConsumed(status)) LockStatus.ThrowConsumed(Name);
            return status == LockStatus.Poisoned;
        }
    }

    /// <summary>Declares the value sound again. May be called whether or not the mutex is held, by anybody; does not wait.</summary>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    public void ClearPoison()
    {
        if (LockStatus.IsConsumed(Raw.Status)) LockStatus.ThrowConsumed(Name);
        Raw.ClearPoison();
    }

    /// <summary>The value and whether it is poisoned, or <c>&lt;locked&gt;</c>; never waits.</summary>
    public override string ToString()
    {
        int status = Raw.Status;
        if (LockStatus.IsConsumed(status)) return "Mutex { <consumed> }";
        string poisoned = status == LockStatus.Poisoned ? "true" : "false";
        if (!Raw.TryEnter()) return $"Mutex {{ data: <locked>, poisoned: {poisoned} }}";
        using MutexGuard<T> guard = OpenAnyhow(out bool wasPoisoned);
        return $"Mutex {{ data: {guard.Value}, poisoned: {(wasPoisoned ? "true" : "false")} }}";
    }

    internal const string Name = "Mutex";

    // The debugger has stopped the threads and must not take locks.
    private string DebugText => !Raw.IsFree ? "<locked>" : $"{Item}{(Raw.Status == LockStatus.Poisoned ? ", poisoned" : "")}";
}
