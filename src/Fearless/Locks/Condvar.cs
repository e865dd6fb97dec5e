using System;
using System.Diagnostics;
using System.Threading;
using Fearless.Internal;

namespace Fearless;

/// <summary>Lets a thread wait, inside a mutex, for a condition that another thread makes true (Rust's <c>std::sync::Condvar</c>).</summary>
/// <remarks>
/// <para>Waiters are woken first come, first served; no wake-up is lost, and none is stored: a notification without a waiter does nothing.
/// There are no spurious wake-ups of its own, but another thread may take the mutex first and undo the condition: prefer <c>WaitWhile</c>.</para>
/// <para><b>The guard.</b> Waiting releases the guard's mutex and takes it again before returning, whatever happens; then the guard that was passed, and each
/// copy of it, is valid again. If the mutex was poisoned meanwhile the wait throws <see cref="PoisonedException"/> with the guard held.</para>
/// <para><b>Cost.</b> Notifying nobody is one load. Waiting allocates nothing but a thread's first waiter object.</para>
/// <para>Different mutexes may be used at different times, and even at once.</para>
/// </remarks>
[Sync, Send]
[DebuggerDisplay("{_waiting} waiting")]
public sealed class Condvar
{
    private readonly Gate _gate = new();
    [AssumeSync("changed under the gate only")]
    private readonly WaitList _list = new();
    // The list's length; written under the gate, read without it by notifiers.
    [AssumeSync("written under the gate; a notifier that reads it late finds the list under the gate")]
    private int _waiting;

    /// <summary>Releases the mutex, waits for a notification, and takes the mutex again.</summary>
    /// <exception cref="ObjectDisposedException">The guard is not held, or the value was taken out of the mutex meanwhile (then the guard is not held any more).</exception>
    /// <exception cref="PoisonedException">The mutex was poisoned meanwhile; the guard is held.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted and not notified; the guard is held.</exception>
    public void Wait<T>(scoped MutexGuard<T> guard) => Wait(guard, Deadline.Infinite);

    /// <summary>As <see cref="Wait{T}(MutexGuard{T})"/>, for at most <paramref name="timeout"/>, however long. False: timed out.</summary>
    /// <inheritdoc cref="Wait{T}(MutexGuard{T})"/>
    /// <exception cref="ArgumentOutOfRangeException">Negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public bool Wait<T>(scoped MutexGuard<T> guard, TimeSpan timeout) => Wait(guard, Deadline.After(timeout));

    /// <summary>Waits as long as <paramref name="condition"/> holds; it is asked under the mutex, first before any wait.</summary>
    /// <inheritdoc cref="Wait{T}(MutexGuard{T})"/>
    public void WaitWhile<T>(scoped MutexGuard<T> guard, RefFunc<T, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        while (condition(ref guard.Value)) Wait(guard, Deadline.Infinite);
    }

    /// <summary>As <see cref="WaitWhile{T}(MutexGuard{T}, RefFunc{T, bool})"/>, for at most <paramref name="timeout"/>. False: it still holds and the time is up. The condition is asked at least once.</summary>
    /// <inheritdoc cref="Wait{T}(MutexGuard{T})"/>
    /// <exception cref="ArgumentOutOfRangeException">Negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public bool WaitWhile<T>(scoped MutexGuard<T> guard, TimeSpan timeout, RefFunc<T, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        Deadline deadline = Deadline.After(timeout);
        while (condition(ref guard.Value))
        {
            if (deadline.HasPassed) return false;
            Wait(guard, deadline);
        }
        return true;
    }

    /// <summary>Wakes the thread that has waited longest, if any. Does not need the mutex; to lose no wake-up the condition must have been changed under it.</summary>
    public void NotifyOne()
    {
        // A waiter joins the list before it releases the mutex, so whoever changed the condition under the mutex after that sees it here.
        if (Atomics.Read(ref _waiting) == 0) return;
        _gate.Enter();
        Waiter? first = _list.RemoveFirst();
        if (first is not null) Signal(first);
        _gate.Exit();
        first?.Parker.Unpark();
    }

    /// <summary>Wakes every thread that waits now.</summary>
    public void NotifyAll()
    {
        if (Atomics.Read(ref _waiting) == 0) return;
        _gate.Enter();
        // Under the gate, so that one that waits again at once is not counted among those that wait now.
        while (_list.RemoveFirst() is { } waiter)
        {
            Signal(waiter);
            waiter.Parker.Unpark();
        }
        _gate.Exit();
    }

    private void Signal(Waiter waiter)
    {
        Atomics.Write(ref _waiting, _waiting - 1);
        Atomics.Write(ref waiter.State, Waiter.Signaled);
    }

    private bool Wait<T>(scoped MutexGuard<T> guard, in Deadline deadline)
    {
        Mutex<T>? mutex = guard.Held;
        if (mutex is null) LockStatus.ThrowReleased(nameof(MutexGuard<>));
        Waiter me = Waiter.Rent();
        _gate.Enter();
        _list.AddLast(me);
        Atomics.Write(ref _waiting, _waiting + 1);
        _gate.Exit();
        mutex!.Raw.Exit();
        bool notified = true;
        try
        {
            me.Wait(deadline);
        }
        catch (ThreadInterruptedException)
        {
            // A thread that was notified and interrupted must not drop the notification: it stays interrupted for its next wait.
            notified = !Withdraw(me);
            if (!notified) throw;
            Thread.CurrentThread.Interrupt();
        }
        finally
        {
            if (notified && Atomics.Read(ref me.State) == Waiter.Queued) notified = !Withdraw(me);
            Waiter.Return(me);
            mutex.Raw.EnterAgain();
            mutex.Raw.Reissue(guard.Ticket);
        }
        Inspect(mutex);
        return notified;
    }

    /// <summary>False: too late, it was notified.</summary>
    private bool Withdraw(Waiter me)
    {
        _gate.Enter();
        bool removed = _list.Remove(me);
        if (removed) Atomics.Write(ref _waiting, _waiting - 1);
        _gate.Exit();
        return removed;
    }

    private static void Inspect<T>(Mutex<T> mutex)
    {
        int status = mutex.Raw.Status;
        if (status == LockStatus.Sound) return;
        // Nothing is left to be guarded: the caller must not come away with a guard over nothing.
        if (LockStatus.IsConsumed(status)) mutex.Raw.Exit();
        LockStatus.Throw(status, Mutex<T>.Name);
    }
}
