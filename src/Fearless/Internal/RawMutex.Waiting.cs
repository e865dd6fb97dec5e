using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Fearless.Internal;

// How waiting works. A waiter joins the queue, sets _contended, runs the asymmetric barrier and tries once more; only then does it sleep.
// A releaser stores "free", loads _contended and, if set, takes the first waiter out of the queue, clears _contended (a woken waiter is on
// the way: waking a second would only make them fight) and wakes it. The woken waiter competes with whoever else comes (barging keeps
// the lock busy while it wakes up); when it wins or lies down again it sets _contended anew if the queue is not empty. A waiter that leaves
// without the lock after it was woken owes the wake-up to the next one.
// Fairness: a waiter older than a millisecond is given the lock by the releaser instead of being asked to compete for it.
internal partial struct RawMutex
{
    private const int SpinRounds = 10;
    private static readonly long s_patience = Stopwatch.Frequency / 1000;

    /// <summary>Acquires, waiting until the deadline. False: the time was up.</summary>
    /// <exception cref="LockRecursionException">This thread holds it, and would wait for itself.</exception>
    /// <exception cref="ThreadInterruptedException">The lock was not taken.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Enter(in Deadline deadline)
    {
        long me = PerThread.Id;
        long owner = Atomics.CompareExchange(ref _owner, me, 0);
        if (owner == 0) return true;
        if (owner == me) ThrowRecursion();
        var spinner = new Spinner(SpinRounds);
        while (spinner.Once())
            if (TryTake(me)) return true;
        return !deadline.HasPassed && WaitInQueue(deadline, interruptible: true);
    }

    /// <summary>For a thread that must not return without the lock (a condition's waiter): an interrupt stays pending.</summary>
    public void EnterAgain()
    {
        if (!TryTake(PerThread.Id)) WaitInQueue(Deadline.Infinite, interruptible: false);
    }

    /// <summary>Does not wait. False: somebody has it, this thread included.</summary>
    public bool TryEnter() => TryTake(PerThread.Id);

    public readonly bool IsMine => Atomics.Read(in _owner) == PerThread.Id;

    private bool TryTake(long me) => Atomics.Read(ref _owner) == 0 && Atomics.CompareExchange(ref _owner, me, 0) == 0;

    private bool WaitInQueue(in Deadline deadline, bool interruptible)
    {
        MutexQueue queue = Atomics.Read(ref _queue) ?? MakeQueue();
        Waiter me = Waiter.Rent();
        bool interrupted = false;
        bool again = false;
        try
        {
            while (true)
            {
                LieDown(queue, me, again);
                Asymmetric.Barrier();
                if (TryTake(me.Thread)) return Taken(queue, me);
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
                if (state == Waiter.Granted) return Taken(queue, me);
                if (state == Waiter.Signaled && SpinFor(me.Thread)) return Taken(queue, me);
                if (deadline.HasPassed) return Leave(queue, me) && Taken(queue, me);
                again = true;
            }
        }
        finally
        {
            Waiter.Return(me);
            if (interrupted) Thread.CurrentThread.Interrupt();
        }
    }

    private bool SpinFor(long me)
    {
        var spinner = new Spinner(SpinRounds);
        do if (TryTake(me)) return true;
        while (spinner.Once());
        return false;
    }

    private void LieDown(MutexQueue queue, Waiter me, bool again)
    {
        queue.Gate.Enter();
        // Still in the list after an interrupt that had to be put off.
        if (me.List is null)
        {
            me.State = Waiter.Queued;
            if (again) queue.List.AddFirst(me);
            else queue.List.AddLast(me);
        }
        Atomics.Write(ref _contended, 1);
        queue.Gate.Exit();
    }

    /// <summary>With the lock held: out of the queue, and the next release has to look if anybody is left in it.</summary>
    private bool Taken(MutexQueue queue, Waiter me)
    {
        queue.Gate.Enter();
        queue.List.Remove(me);
        Atomics.Write(ref _contended, queue.List.IsEmpty ? 0 : 1);
        queue.Gate.Exit();
        return true;
    }

    /// <summary>Gives up; true: too late, the lock was granted. A wake-up that was meant for this thread is passed on.</summary>
    private bool Leave(MutexQueue queue, Waiter me)
    {
        queue.Gate.Enter();
        bool wasQueued = queue.List.Remove(me);
        int state = me.State;
        if (wasQueued && queue.List.IsEmpty) Atomics.Write(ref _contended, 0);
        bool owes = !wasQueued && state == Waiter.Signaled && !queue.List.IsEmpty;
        if (owes) Atomics.Write(ref _contended, 1);
        queue.Gate.Exit();
        if (owes)
        {
            Asymmetric.Barrier();
            if (Atomics.Read(ref _owner) == 0) WakeOne();
        }
        return state == Waiter.Granted;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WakeOne()
    {
        MutexQueue queue = Atomics.Read(ref _queue)!;
        queue.Gate.Enter();
        Waiter? first = queue.List.First;
        if (first is not null)
        {
            queue.List.Remove(first);
            Atomics.Write(ref _contended, 0);
            bool granted = Clock.HasPassed(first.Since, s_patience) && Atomics.CompareExchange(ref _owner, first.Thread, 0) == 0;
            Atomics.Write(ref first.State, granted ? Waiter.Granted : Waiter.Signaled);
        }
        queue.Gate.Exit();
        first?.Parker.Unpark();
    }

    private MutexQueue MakeQueue()
    {
        var made = new MutexQueue();
        return Atomics.CompareExchange(ref _queue, made, null) ?? made;
    }

    private static void ThrowRecursion() => throw new LockRecursionException(
        "This thread already holds the mutex and would wait for itself for ever. Use the guard that is alive, or dispose it first; "
        + "a method that is called under the lock should take the guard's value instead of locking again.");
}
