using System;
using System.Threading;

namespace Fearless;

/// <summary>Takes two locks at once, always in the same global order, so that no two callers can deadlock whatever order they name them in.</summary>
public static class Locks
{
    /// <summary>Waits until it holds both: <c>using var pair = Locks.Both(from, to);</c> If it fails it holds neither, and poisons neither.</summary>
    /// <remarks>The order is a number that a mutex gets the first time it takes part. Rust has no counterpart; C++ has <c>std::scoped_lock</c>, which backs off instead.</remarks>
    /// <exception cref="ArgumentNullException">One is null.</exception>
    /// <exception cref="ArgumentException">Both are the same mutex.</exception>
    /// <exception cref="PoisonedException">An exception escaped from an earlier critical section of one of them.</exception>
    /// <exception cref="LockRecursionException">This thread holds one of them already.</exception>
    /// <exception cref="ObjectDisposedException">The value of one was taken out with <c>IntoInner</c>.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted while it waited.</exception>
    public static MutexPairGuard<TA, TB> Both<[Send] TA, [Send] TB>(Mutex<TA> a, Mutex<TB> b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (ReferenceEquals(a, b))
            throw new ArgumentException("Both arguments are the same mutex, which one thread cannot hold twice. Lock it once, or compare the two first.", nameof(b));
        MutexGuard<TA> first;
        MutexGuard<TB> second;
#pragma warning disable FEAR3003 // LockAfter releases the first lock when it cannot have the second.
        if (a.Order < b.Order)
        {
            first = a.Lock();
            second = LockAfter(b, a);
        }
        else
        {
            second = b.Lock();
            first = LockAfter(a, b);
        }
#pragma warning restore FEAR3003
        return new MutexPairGuard<TA, TB>(first, second);
    }

    private static MutexGuard<TNext> LockAfter<TNext, THeld>(Mutex<TNext> next, Mutex<THeld> held)
    {
        try
        {
            return next.Lock();
        }
        catch
        {
            // Not the guard's Dispose: it would take this exception for one that escaped from a critical section, and poison.
            held.Raw.Exit();
            throw;
        }
    }
}
