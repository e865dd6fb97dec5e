using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;
using Fearless.Internal;

namespace Fearless;

/// <summary>
/// Owns a value that many threads may read or one may write (Rust's <c>std::sync::RwLock</c>). Writers are not starved, nor are readers.
/// T need not be Sync, as long as reading it changes nothing.
/// </summary>
/// <remarks>
/// <para><b>Policy.</b> First come, first served in the queue; a writer that waits keeps new readers out, and readers that waited go before the next writer.
/// Who has waited for a millisecond is handed the lock.</para>
/// <para><b>Recursion.</b> Reading twice on one thread is allowed, even with a writer waiting (Rust may deadlock). Writing while reading, writing while writing and reading
/// while writing would wait for themselves: they throw <see cref="LockRecursionException"/> at once, and their Try forms fail.</para>
/// <para><b>Poisoning.</b> An exception that leaves a write guard's scope poisons, as in <see cref="Mutex{T}"/>; one that leaves a read guard's scope does not.</para>
/// <para><b>Blocking</b> and <b>ordering</b> as for <see cref="Mutex{T}"/>; what a writer did happens before everything that later readers and writers do.</para>
/// <para><b>Cost.</b> Uncontended, nothing is allocated. To write: one interlocked instruction. To read: none on the thread that reads most (the lock leans towards it, until another
/// thread writes, which then costs a microsecond once), two on the others. Those share one counter: for data that is read by many processors all the time and hardly ever
/// replaced, an <see cref="AtomicRef{T}"/> to an immutable object scales better.</para>
/// </remarks>
/// <typeparam name="T">What is guarded; it moves to whichever thread writes, so it must be Send.</typeparam>
[AssumeSend("moves its value along"), AssumeSync("readers share, writers exclude")]
[DebuggerDisplay("{DebugText,nq}")]
public sealed partial class RwLock<[Send] T>
{
    internal RawLock Raw;
    internal T Item;
    internal readonly long Id;

    /// <summary>A free, sound lock that owns <paramref name="value"/>, which the caller must not use any more.</summary>
    public RwLock([Moved] T value)
    {
        Panicking.Watch();
        Id = LockIds.Next();
        Item = value;
    }

    /// <summary>Waits until nobody writes, or waits to write, and shares the value: <c>using var guard = lock.Read();</c> (Rust's <c>read().unwrap()</c>).</summary>
    /// <exception cref="PoisonedException">An exception escaped from a write guard's scope; nothing is held.</exception>
    /// <exception cref="LockRecursionException">This thread writes.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted while it waited; nothing is held.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadGuard<T> Read()
    {
        ReadSlot? slot = Raw.TryShareBiased();
        return slot is not null ? new ReadGuard<T>(this, slot) : ReadSlow();
    }

    /// <summary>As <see cref="Read()"/>, but of a poisoned lock too.</summary>
    /// <exception cref="LockRecursionException">This thread writes.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted while it waited; nothing is held.</exception>
    public ReadGuard<T> Read(out bool wasPoisoned)
    {
        Raw.Share(Deadline.Infinite, Id);
        int status = Raw.Status;
        if (LockStatus.IsConsumed(status)) RefuseRead();
        wasPoisoned = status == LockStatus.Poisoned;
        return new ReadGuard<T>(this, ReadHolds.Current.Open(Id));
    }

    /// <summary>Waits until nobody reads or writes and takes the value for itself (Rust's <c>write().unwrap()</c>).</summary>
    /// <exception cref="PoisonedException">An exception escaped from a write guard's scope; nothing is held.</exception>
    /// <exception cref="LockRecursionException">This thread reads or writes already.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted while it waited; nothing is held.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WriteGuard<T> Write()
    {
        if (Raw.TryEnterCalm(out bool acquired) && Raw.IsUnbiased) return new WriteGuard<T>(this, Raw.Issue(), 0);
        return WriteSlow(acquired);
    }

    /// <summary>As <see cref="Write()"/>, but of a poisoned lock too. The lock stays poisoned.</summary>
    /// <exception cref="LockRecursionException">This thread reads or writes already.</exception>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted while it waited; nothing is held.</exception>
    public WriteGuard<T> Write(out bool wasPoisoned)
    {
        Raw.Enter(Deadline.Infinite, Id);
        return OpenAnyhow(out wasPoisoned);
    }

    /// <summary>Whether an exception escaped from a write guard's scope and nobody has called <see cref="ClearPoison"/> since. Does not wait.</summary>
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

    /// <summary>Declares the value sound again. May be called by anybody at any time; does not wait.</summary>
    /// <exception cref="ObjectDisposedException">The value was taken out with <see cref="IntoInner"/>.</exception>
    public void ClearPoison()
    {
        if (LockStatus.IsConsumed(Raw.Status)) LockStatus.ThrowConsumed(Name);
        Raw.ClearPoison();
    }

    /// <summary>The value and whether it is poisoned, or <c>&lt;locked&gt;</c> while somebody writes; never waits.</summary>
    public override string ToString()
    {
        if (LockStatus.IsConsumed(Raw.Status)) return "RwLock { <consumed> }";
        string data = "<locked>";
        if (Raw.TryShare())
        {
            using var guard = new ReadGuard<T>(this, ReadHolds.Current.Open(Id));
            data = $"{Item}";
        }
        return $"RwLock {{ data: {data}, poisoned: {(Raw.Status == LockStatus.Poisoned ? "true" : "false")} }}";
    }

    internal const string Name = "RwLock";

    // The debugger has stopped the threads and must not take locks.
    private string DebugText => Raw.IsExclusive ? "<locked>" : $"{Item}{(Raw.Status == LockStatus.Poisoned ? ", poisoned" : "")}";
}
