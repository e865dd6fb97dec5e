using System;
using Fearless.Async;
using Fearless.Explorer.Scheduling;
using Fearless.Internal;
using Xunit;
using Xunit.Abstractions;

namespace Fearless.Explorer.Async;

/// <summary>The decisions of Notify, with threads in place of tasks: a task's continuation is the thread pool's affair.</summary>
public class NotifyExploration(ITestOutputHelper output)
{
    [Fact]
    public void Two_waiters_and_two_notifications() => Explore(TwoByTwo);

    [Fact]
    public void A_waiter_that_gives_up_takes_no_notification_with_it() => Explore(GivesUp);

    [Fact]
    public void Notify_waiters_wakes_all_and_stores_nothing() => Explore(All);

    // A waiter queues up while a notification is being stored.
    [Fact]
    public void An_open_gate_is_found() => Finds(OneEach, new Fault(Operation.Gate, nameof(NotifyCore.TryEnlist)));

    [Fact]
    public void An_open_gate_on_the_other_side_is_found() => Finds(OneEach, new Fault(Operation.Gate, nameof(NotifyCore.NotifyOne)));

    [Fact]
    public void A_wake_up_that_is_not_sent_is_found() => Finds(OneEach, new Fault(Operation.Unpark, nameof(ThreadInPlaceOfTask.Resume)));

    private static Scenario OneEach()
    {
        var notify = new NotifyCore();
        return new Scenario(() => Assert.False(notify.IsStored), () => Wait(notify), () => notify.NotifyOne(newest: false));
    }

    private static Scenario TwoByTwo()
    {
        var notify = new NotifyCore();
        // The two notifications may fall into one only if nobody was there for the first; then the second waiter's own one wakes it.
        void Both()
        {
            Wait(notify);
            notify.NotifyOne(newest: false);
        }

        return new Scenario(() => Assert.True(notify.IsStored), Both, Both, () => notify.NotifyOne(newest: false));
    }

    private static Scenario GivesUp()
    {
        var notify = new NotifyCore();
        return new Scenario(
            () => Assert.False(notify.IsStored),
            () =>
            {
                if (!TryWait(notify)) Wait(notify);
            },
            () => notify.NotifyOne(newest: false));
    }

    private static Scenario All()
    {
        var notify = new NotifyCore();
        int woken = 0;
        void Work()
        {
            if (TryWait(notify)) woken++;
        }

        return new Scenario(
            () =>
            {
                Assert.False(notify.IsStored);
                Assert.InRange(woken, 0, 2);
            },
            Work,
            Work,
            notify.NotifyAll);
    }

    private static void Wait(NotifyCore notify)
    {
        var waiter = new ThreadInPlaceOfTask();
        if (notify.TryEnlist(waiter)) waiter.Parker.Park(Deadline.Infinite);
    }

    private static bool TryWait(NotifyCore notify)
    {
        var waiter = new ThreadInPlaceOfTask();
        return !notify.TryEnlist(waiter) || waiter.Parker.Park(Deadline.After(TimeSpan.FromSeconds(1))) || !notify.Withdraw(waiter);
    }

    private static void Finds(Func<Scenario> scenario, Fault fault)
    {
        Assert.Throws<ExplorationFailed>(() => { Scheduling.Explorer.Run(scenario, fault: fault); });
        Assert.True(fault.WasHit);
    }

    private void Explore(Func<Scenario> scenario) => output.WriteLine($"{Scheduling.Explorer.Run(scenario)} executions");

    private sealed class ThreadInPlaceOfTask : AsyncWaiter
    {
        public readonly Parker Parker = new();

        internal override void Resume() => Parker.Unpark();
    }
}
