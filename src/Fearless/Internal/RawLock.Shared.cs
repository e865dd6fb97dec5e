using System.Runtime.CompilerServices;
using System.Threading;

namespace Fearless.Internal;

internal partial struct RawLock
{
    /// <summary>Does not wait. False: a writer has it or waits for it.</summary>
    public bool TryShare() => TryShare(pastWriters: false);

    /// <summary>Acquires to share, waiting until the deadline. False: the time was up.</summary>
    /// <exception cref="LockRecursionException">This thread holds it exclusively.</exception>
    /// <exception cref="ThreadInterruptedException">The lock was not taken.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Share(in Deadline deadline, long lockId)
    {
        if (TryShare(pastWriters: false)) return true;
        long me = PerThread.Id;
        if (Atomics.Read(ref _state) == me) Recursion.ThrowExclusive();
        // A reader that reads once more must not queue behind a writer that waits for it. Nobody else can have the lock, though a writer
        // may be finding that out at this very moment (Unbias).
        if (deadline.IsInfinite && IsReadByMe(me, lockId))
        {
            while (!TryShare(pastWriters: true)) Spinner.Yield();
            return true;
        }
        var spinner = new Spinner(SpinRounds);
        do if (TryShare(pastWriters: false)) return true;
        while (spinner.Once());
        return !deadline.HasPassed && WaitInQueue(deadline, shared: true, interruptible: true);
    }

    /// <summary>The last of those that share without bias wakes whoever wants to be woken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Unshare()
    {
        // Interlocked, hence a full fence between leaving and looking who waits.
        if (Atomics.Add(ref _state, 1) == 0 && (Atomics.Read(ref _pressure) & WakeWanted) != 0) WakeNext();
    }

    /// <param name="pastWriters">Whether it may go before writers that wait: it was woken for that, or reads already.</param>
    private bool TryShare(bool pastWriters)
    {
        while (true)
        {
            long state = Atomics.Read(ref _state);
            if (state > 0 || (!pastWriters && Atomics.Read(ref _pressure) >= WriterWaits)) return false;
            if (Atomics.CompareExchange(ref _state, state - 1, state) == state) return true;
        }
    }

    private bool SpinShared()
    {
        var spinner = new Spinner(SpinRounds);
        do if (TryShare(pastWriters: true)) return true;
        while (spinner.Once());
        return false;
    }
}
