using System;
using Fearless.Internal;

namespace Fearless.Explorer.Scheduling;

/// <summary>A real thread that runs only while it is its turn.</summary>
internal sealed class ControlledThread(int index, Action body)
{
    [ThreadStatic] private static ControlledThread? t_current;

    public static ControlledThread? Current => t_current;

    public int Index => index;
    public Turn Turn { get; } = new();
    public bool IsFinished { get; private set; }
    /// <summary>Null: not blocked. Otherwise whether it could go on now.</summary>
    public Func<bool>? IsReady { get; set; }
    /// <summary>A blocked thread with a deadline can also go on because the time is up, whenever the explorer wants.</summary>
    public Deadline Deadline { get; set; } = Deadline.Infinite;
    /// <summary>It has a store in its buffer that no other thread sees yet.</summary>
    public bool HasPendingStore { get; set; }
    /// <summary>It wants to be passed over until somebody else has done something.</summary>
    public bool HasYielded { get; set; }

    public bool IsRunnable => !IsFinished && (IsReady is null || IsReady());

    public bool CanTimeOut => !IsFinished && IsReady is not null && !Deadline.IsInfinite;

    public void Start(Execution execution)
    {
        Crew.Run(() =>
        {
            t_current = this;
            // Each execution must find its threads alike, or the schedule would not repeat: as threads on which nothing has been thrown.
            PerThread.Calm();
            Turn.Take();
            try
            {
                execution.ThrowIfAborted();
                body();
            }
            catch (ExplorationAborted)
            {
                // Another thread has failed; this one is only being cleared away.
                IsFinished = true;
            }
            catch (Exception e)
            {
                execution.Fail(e);
            }
            IsFinished = true;
            t_current = null;
            execution.Finished(this);
            return !execution.IsAborted;
        });
    }
}
