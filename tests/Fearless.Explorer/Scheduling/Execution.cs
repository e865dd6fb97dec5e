using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;

namespace Fearless.Explorer.Scheduling;

/// <summary>One run of a scenario under one schedule. Exactly one thread runs at a time, so nothing here needs a lock; the turns' semaphores order everything.</summary>
internal sealed class Execution
{
    private const int StepLimit = 5_000;

    private readonly Schedule _schedule;
    private readonly ControlledThread[] _threads;
    private readonly CountdownEvent _running;
    private readonly StringBuilder _trace = new();
    private int _preemptionsLeft;
    private int _steps;
    private volatile bool _aborted;
    private ControlledThread? _flushRequester;

    public Execution(Scenario scenario, Schedule schedule, int preemptions, Fault? fault)
    {
        _schedule = schedule;
        _preemptionsLeft = preemptions;
        Fault = fault;
        _threads = [.. scenario.Threads.Select((body, i) => new ControlledThread(i, body))];
        _running = new CountdownEvent(_threads.Length);
    }

    public static Execution? Current { get; private set; }

    /// <summary>Null outside controlled threads: the scenario's own preparation and final check run freely.</summary>
    public static Execution? Controlling => ControlledThread.Current is null ? null : Current;

    public Fault? Fault { get; }
    public bool IsAborted => _aborted;
    public Exception? Failure { get; private set; }
    public string Trace => _trace.ToString();
    /// <summary>Virtual time, in ticks of the stopwatch.</summary>
    public long Now { get; set; }

    public void Run()
    {
        Current = this;
        foreach (ControlledThread thread in _threads) thread.Start(this);
        SwitchTo(_threads[_schedule.Choose(_threads.Length)], from: null);
        _running.Wait();
        Current = null;
    }

    /// <summary>Before each shared operation: who goes on?</summary>
    public void Point()
    {
        ThrowIfAborted();
        if (++_steps > StepLimit) throw new InvalidOperationException("Livelock: the threads keep going without getting anywhere.");
        Reschedule(Me);
    }

    /// <summary>Until <paramref name="ready"/>; false: the time was up first.</summary>
    public bool Block(Func<bool> ready, in Internal.Deadline deadline)
    {
        ControlledThread me = Me;
        me.IsReady = ready;
        me.Deadline = deadline;
        while (!ready())
        {
            ControlledThread chosen = Pick(me);
            if (chosen == me || (SwitchTo(chosen, me) && !ready()))
            {
                // Chosen though not ready: its time is up.
                if (!ready()) Now += (long)me.Deadline.RemainingMilliseconds * (System.Diagnostics.Stopwatch.Frequency / 1000);
                break;
            }
        }
        me.IsReady = null;
        return ready();
    }

    /// <summary>Passes the turn to somebody else, if there is anybody.</summary>
    public void Yield()
    {
        ThrowIfAborted();
        ControlledThread me = Me;
        me.HasYielded = true;
        if (++_steps > StepLimit) throw new InvalidOperationException("Livelock: a thread waits in a loop for something that never happens.");
        Reschedule(me);
        me.HasYielded = false;
    }

    /// <summary>A choice that is not about threads.</summary>
    public bool Flip() => _schedule.Choose(2) == 1;

    /// <summary>Whether this thread's next store stays in its buffer while it loads, and another thread runs in between; costs a preemption.</summary>
    public bool ReordersStore(out ControlledThread next)
    {
        ControlledThread me = Me;
        List<ControlledThread> others = _preemptionsLeft > 0 ? Candidates(me) : [];
        others.Remove(me);
        int choice = _schedule.Choose(1 + others.Count);
        next = choice == 0 ? me : others[choice - 1];
        if (choice == 0) return false;
        _preemptionsLeft--;
        return true;
    }

    public void SwitchWithPendingStore(ControlledThread next)
    {
        Me.HasPendingStore = true;
        SwitchTo(next, Me);
    }

    /// <summary>The store has reached memory; if a barrier asked for it, it goes on.</summary>
    public void StoreArrived()
    {
        Me.HasPendingStore = false;
        if (_flushRequester is not { } requester) return;
        _flushRequester = null;
        SwitchTo(requester, Me);
    }

    /// <summary>Process-wide barrier: everybody's store buffer is emptied before it returns.</summary>
    public void FlushAll()
    {
        while (_threads.FirstOrDefault(static t => t.HasPendingStore) is { } thread)
        {
            _flushRequester = Me;
            SwitchTo(thread, Me);
        }
    }

    public void ThrowIfAborted()
    {
        if (_aborted) throw new ExplorationAborted();
    }

    public void Fail(Exception failure)
    {
        if (_aborted) return;
        Failure = failure;
        _aborted = true;
        foreach (ControlledThread thread in _threads)
            if (thread != ControlledThread.Current) thread.Turn.Give();
    }

    public void Finished(ControlledThread me)
    {
        if (!_aborted && _threads.Any(static t => !t.IsFinished))
        {
            try
            {
                ControlledThread next = Pick(me);
                _trace.Append(next.Index);
                next.Turn.Give();
            }
            catch (ExplorationAborted)
            {
                // Pick has found a deadlock and recorded it.
                _trace.Append(" deadlock");
            }
        }
        _running.Signal();
    }

    private static ControlledThread Me => ControlledThread.Current!;

    private void Reschedule(ControlledThread me)
    {
        ControlledThread next = Pick(me);
        if (next != me) SwitchTo(next, me);
    }

    private ControlledThread Pick(ControlledThread me)
    {
        List<ControlledThread> candidates = Candidates(me);
        if (candidates.Count == 0)
        {
            Fail(new InvalidOperationException("Deadlock: every thread that has not ended is blocked."));
            throw new ExplorationAborted();
        }
        bool voluntary = candidates[0] != me;
        if (!voluntary && _preemptionsLeft == 0) return me;
        ControlledThread next = candidates[_schedule.Choose(candidates.Count)];
        if (!voluntary && next != me) _preemptionsLeft--;
        return next;
    }

    /// <summary>Who could go on: this thread first if it can, those whose time would be up last.</summary>
    private List<ControlledThread> Candidates(ControlledThread me)
    {
        var result = new List<ControlledThread>(_threads.Length);
        if (me.IsRunnable && !me.HasYielded) result.Add(me);
        foreach (ControlledThread thread in _threads)
            if (thread != me && thread.IsRunnable) result.Add(thread);
        foreach (ControlledThread thread in _threads)
            if (!thread.IsRunnable && thread.CanTimeOut) result.Add(thread);
        if (result.Count == 0 && me.HasYielded) result.Add(me);
        return result;
    }

    private bool SwitchTo(ControlledThread next, ControlledThread? from)
    {
        _trace.Append(next.Index);
        next.Turn.Give();
        if (from is null) return true;
        from.Turn.Take();
        ThrowIfAborted();
        return true;
    }
}
