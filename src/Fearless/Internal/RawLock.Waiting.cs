using System.Runtime.CompilerServices;
using System.Threading;

namespace Fearless.Internal;

// How waiting works. A waiter joins the queue, asks for a wake-up (WakeWanted), runs the asymmetric barrier and tries once more; only then
// does it sleep. A releaser stores "free", loads _pressure and, if a wake-up is wanted, takes the first waiter out of the queue (all readers,
// if it is one), withdraws the wish (somebody is on the way: waking more would only make them fight) and wakes. The woken compete with
// whoever comes by, so that the lock is in use while they wake up; when one wins or lies down again, it renews the wish if the queue is not
// empty. Hence the invariant: if somebody sleeps in the queue and nobody is on the way, WakeWanted is set before the lock becomes free.
// One that leaves without the lock after it was woken owes the wake-up to the next.
//
// Fairness. The queue is first come, first served. New readers do not pass a writer that waits (WriterWaits), so readers do not starve
// writers; readers that were woken do pass it, so writers do not starve readers. Whoever has waited for a millisecond is not asked to compete
// any more: the releaser acquires on its behalf (Granted).
internal partial struct RawLock
{
    private const int WakeWanted = 1;
    private const int WriterWaits = 2;

    private bool WaitInQueue(in Deadline deadline, bool shared, bool interruptible)
    {
        LockQueue queue = Atomics.Read(ref _queue) ?? MakeQueue();
        Waiter me = Waiter.Rent();
        me.Shared = shared;
        bool interrupted = false;
        try
        {
            for (bool again = false; ; again = true)
            {
                LieDown(queue, me, again);
                Asymmetric.Barrier();
                if (shared ? TryShare(pastWriters: again) : TryTake(me.Thread)) return Taken(queue, me, wasGranted: false);
                try
                {
                    me.Wait(deadline);
                }
                catch (ThreadInterruptedException)
                {
                    // Granted meanwhile: the lock is ours and must not be lost. Otherwise leave, unless that is not allowed.
                    interrupted = true;
                    if (interruptible && !Leave(queue, me))
                    {
                        interrupted = false;
                        throw;
                    }
                }
                int state = Atomics.Read(ref me.State);
                if (state == Waiter.Signaled && (shared ? SpinShared() : SpinExclusive(me.Thread))) return Taken(queue, me, wasGranted: false);
                if (state != Waiter.Granted && deadline.HasPassed)
                {
                    if (!Leave(queue, me)) return false;
                    state = Waiter.Granted;
                }
                if (state == Waiter.Granted && (shared || Unbias(me.Thread))) return Taken(queue, me, wasGranted: true);
            }
        }
        finally
        {
            Waiter.Return(me);
            if (interrupted) Thread.CurrentThread.Interrupt();
        }
    }

    private void LieDown(LockQueue queue, Waiter me, bool again)
    {
        queue.Gate.Enter();
        // It is still in the list after an interrupt that had to be put off.
        if (me.List is null)
        {
            me.State = Waiter.Queued;
            if (again) queue.List.AddFirst(me);
            else queue.List.AddLast(me);
            if (!again && !me.Shared) queue.Writers++;
        }
        Press(queue, wake: true);
        queue.Gate.Exit();
    }

    /// <summary>With the lock held: out of the queue; the next release has to look if anybody is left in it.</summary>
    private bool Taken(LockQueue queue, Waiter me, bool wasGranted)
    {
        queue.Gate.Enter();
        queue.List.Remove(me);
        // A sharer that helped itself may have been granted the lock at the same time: one of the two goes back, the other keeps the count from 0.
        if (!wasGranted && me.State == Waiter.Granted) Atomics.Add(ref _state, 1);
        if (!me.Shared) queue.Writers--;
        Press(queue, wake: !queue.List.IsEmpty);
        queue.Gate.Exit();
        return true;
    }

    /// <summary>Gives up; true: too late, the lock was granted. A wake-up that was meant for this waiter, or that it kept from readers, is passed on.</summary>
    private bool Leave(LockQueue queue, Waiter me)
    {
        queue.Gate.Enter();
        bool wasQueued = queue.List.Remove(me);
        int state = me.State;
        if (state == Waiter.Granted)
        {
            queue.Gate.Exit();
            return true;
        }
        if (!me.Shared) queue.Writers--;
        bool owes = !queue.List.IsEmpty && (!wasQueued || (!me.Shared && queue.List.First!.Shared));
        Press(queue, wake: owes || (!queue.List.IsEmpty && (_pressure & WakeWanted) != 0));
        bool sharers = owes && queue.List.First!.Shared;
        queue.Gate.Exit();
        if (owes)
        {
            Asymmetric.Barrier();
            long now = Atomics.Read(ref _state);
            if (now == 0 || (now < 0 && sharers)) WakeNext();
        }
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WakeNext()
    {
        LockQueue queue = Atomics.Read(ref _queue)!;
        Waiter? writer = null;
        queue.Gate.Enter();
        if (queue.List.First is { } first)
        {
            Press(queue, wake: false);
            if (first.Shared)
            {
                DismissSharers(queue, atOnce: false);
            }
            else
            {
                queue.List.Remove(writer = first);
                Dismiss(writer, atOnce: false);
            }
        }
        queue.Gate.Exit();
        writer?.Parker.Unpark();
    }

    /// <summary>By a thread that shares the lock: everybody who waits to share gets it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AdmitSharers()
    {
        LockQueue queue = Atomics.Read(ref _queue)!;
        queue.Gate.Enter();
        DismissSharers(queue, atOnce: true);
        Press(queue, wake: !queue.List.IsEmpty);
        queue.Gate.Exit();
    }

    /// <summary>
    /// Unparks under the gate, unlike for a writer: a waiter that was told may be waiting elsewhere a moment later, with other neighbours; but
    /// not before it has been through this gate.
    /// </summary>
    private void DismissSharers(LockQueue queue, bool atOnce)
    {
        for (Waiter? next, w = queue.List.First; w is not null; w = next)
        {
            next = w.Next;
            if (!w.Shared) continue;
            queue.List.Remove(w);
            Dismiss(w, atOnce);
            w.Parker.Unpark();
        }
    }

    /// <summary>The last word to a waiter that is out of the list: the lock is yours, or: try again.</summary>
    private void Dismiss(Waiter waiter, bool atOnce)
    {
        bool granted = (atOnce || Clock.HasPassed(waiter.Since, s_patience)) && Acquire(waiter);
        Atomics.Write(ref waiter.State, granted ? Waiter.Granted : Waiter.Signaled);
    }

    private bool Acquire(Waiter waiter) =>
        waiter.Shared ? TryShare(pastWriters: true) : Atomics.CompareExchange(ref _state, waiter.Thread, 0) == 0;

    private void Press(LockQueue queue, bool wake) =>
        Atomics.Write(ref _pressure, (wake ? WakeWanted : 0) | (queue.Writers > 0 ? WriterWaits : 0));

    private LockQueue MakeQueue()
    {
        var made = new LockQueue();
        return Atomics.CompareExchange(ref _queue, made, null) ?? made;
    }
}
