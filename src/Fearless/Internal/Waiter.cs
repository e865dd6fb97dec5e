using System;
using System.Threading;

namespace Fearless.Internal;

/// <summary>
/// A waiting thread's place in a <see cref="WaitList"/>. A thread reuses one, so that waiting allocates nothing; it is taken out of its
/// slot meanwhile, because a wait may pump messages (STA) and run a handler that waits too.
/// </summary>
internal sealed class Waiter
{
    /// <summary>Not chosen yet: still in the list, unless its owner took it out.</summary>
    public const int Queued = 0;
    /// <summary>Taken out of the list by a waker: try again.</summary>
    public const int Signaled = 1;
    /// <summary>Taken out of the list by a waker, which acquired on this thread's behalf.</summary>
    public const int Granted = 2;

    [ThreadStatic] private static Waiter? t_spare;

    public readonly Parker Parker = new();
    public WaitList? List;
    public Waiter? Next;
    public Waiter? Previous;
    /// <summary>When the wait began; what decides that barging has gone on for too long.</summary>
    public long Since;
    /// <summary><see cref="PerThread.Id"/> of the waiting thread, for grants.</summary>
    public long Thread;
    /// <summary>Whether this wants to share (a reader).</summary>
    public bool Shared;
    /// <summary>The waker's last word to the waiter: written once, under the list's gate, by whoever takes it out of the list.</summary>
    public int State;

    public static Waiter Rent()
    {
        Waiter waiter = t_spare ?? new Waiter();
        t_spare = null;
        waiter.Since = Clock.Now;
        waiter.Thread = PerThread.Id;
        waiter.Shared = false;
        waiter.State = Queued;
        return waiter;
    }

    /// <summary>Back into the slot. A late Unpark may still leave a token, so a wait always re-checks <see cref="State"/>.</summary>
    public static void Return(Waiter waiter) => t_spare = waiter;

    /// <summary>Sleeps until somebody has changed <see cref="State"/> or the time is up.</summary>
    /// <exception cref="ThreadInterruptedException"/>
    public int Wait(in Deadline deadline)
    {
        int state;
        while ((state = Atomics.Read(ref State)) == Queued)
            if (!Parker.Park(deadline) && deadline.HasPassed) return Atomics.Read(ref State);
        return state;
    }
}
