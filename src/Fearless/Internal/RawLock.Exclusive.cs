using System.Runtime.CompilerServices;
using System.Threading;

namespace Fearless.Internal;

internal partial struct RawLock
{
    /// <summary>
    /// The thread is calm, the lock free and its value sound: one compare-exchange. False: not acquired, or (<paramref name="acquired"/>) acquired
    /// with a value that is not sound.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEnterCalm(out bool acquired)
    {
        long me = PerThread.CalmId;
        acquired = me != 0 && Atomics.CompareExchange(ref _state, me, 0) == 0;
        return acquired && _status == LockStatus.Sound;
    }

    /// <summary>Acquires, waiting until the deadline. False: the time was up.</summary>
    /// <param name="deadline">When to give up.</param>
    /// <param name="lockId">The id under which <see cref="ReadHolds"/> knows this lock; 0 if it is never shared.</param>
    /// <exception cref="LockRecursionException">This thread holds it, and would wait for itself.</exception>
    /// <exception cref="ThreadInterruptedException">The lock was not taken.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Enter(in Deadline deadline, long lockId = 0)
    {
        long me = PerThread.Id;
        if (TryTake(me)) return true;
        if (Atomics.Read(ref _state) == me) Recursion.ThrowExclusive();
        if (IsReadByMe(me, lockId)) Recursion.ThrowUpgrade();
        var spinner = new Spinner(SpinRounds);
        while (spinner.Once())
            if (TryTake(me)) return true;
        return !deadline.HasPassed && WaitInQueue(deadline, shared: false, interruptible: true);
    }

    /// <summary>For a thread that must not return without the lock (a condition's waiter): an interrupt stays pending.</summary>
    public void EnterAgain()
    {
        long me = PerThread.Id;
        if (!SpinExclusive(me)) WaitInQueue(Deadline.Infinite, shared: false, interruptible: false);
    }

    /// <summary>Does not wait. False: somebody has it, this thread included.</summary>
    public bool TryEnter() => TryTake(PerThread.Id);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit()
    {
        _held = 0;
        if ((Asymmetric.StoreThenLoad(ref _state, 0, in _pressure) & WakeWanted) != 0) WakeNext();
    }

    /// <summary>From exclusive to shared, with no writer in between, and with everybody who waits to share.</summary>
    public void Downgrade()
    {
        _held = 0;
        if ((Asymmetric.StoreThenLoad(ref _state, -1, in _pressure) & WakeWanted) != 0) AdmitSharers();
    }

    private bool TryTake(long me) =>
        Atomics.Read(ref _state) == 0 && !IsReadUnderBias() && Atomics.CompareExchange(ref _state, me, 0) == 0 && Unbias(me);

    private bool SpinExclusive(long me)
    {
        var spinner = new Spinner(SpinRounds);
        do if (TryTake(me)) return true;
        while (spinner.Once());
        return false;
    }
}
