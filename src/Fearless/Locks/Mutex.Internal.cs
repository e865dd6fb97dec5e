using System.Runtime.CompilerServices;
using Fearless.Internal;

namespace Fearless;

public sealed partial class Mutex<T>
{
    private long _order;

    /// <summary>The place in the order in which <see cref="Locks.Both"/> takes mutexes.</summary>
    internal long Order
    {
        get
        {
            long order = Atomics.Read(ref _order);
            if (order != 0) return order;
            long next = LockIds.Next();
            long earlier = Atomics.CompareExchange(ref _order, next, 0);
            return earlier != 0 ? earlier : next;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private MutexGuard<T> LockSlow(bool acquired)
    {
        if (!acquired) Raw.Enter(Deadline.Infinite);
        return Open();
    }

    /// <summary>With the lock held: a guard, or out again and the exception that says why not.</summary>
    internal MutexGuard<T> Open()
    {
        int status = Raw.Status;
        if (status != LockStatus.Sound)
        {
            Raw.Exit();
            LockStatus.Throw(status, Name);
        }
        return new MutexGuard<T>(this, Raw.Issue(), Snapshot());
    }

    private MutexGuard<T> OpenAnyhow(out bool wasPoisoned)
    {
        int status = Raw.Status;
        if (LockStatus.IsConsumed(status))
        {
            Raw.Exit();
            LockStatus.ThrowConsumed(Name);
        }
        wasPoisoned = status == LockStatus.Poisoned;
        return new MutexGuard<T>(this, Raw.Issue(), Snapshot());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Release(nint snapshot)
    {
        if (PerThread.CalmId == 0 && Panicking.Since(snapshot)) Raw.Poison();
        Raw.Exit();
    }

    /// <summary>In an exception filter: the exception leaves the body for certain. Needed only where Dispose cannot see that.</summary>
    private bool PoisonIfInexact()
    {
        if (!Panicking.IsExact) Raw.Poison();
        return false;
    }

    private static nint Snapshot() => PerThread.CalmId != 0 ? 0 : Panicking.Snapshot();
}
