using System;
using Fearless.Explorer.Scheduling;
using Xunit;
using Xunit.Abstractions;

namespace Fearless.Explorer.Locks;

public class CondvarExploration(ITestOutputHelper output)
{
    [Fact]
    public void One_waits_one_notifies() => Explore(OneToOne);

    [Fact]
    public void Two_wait_one_notifies_all() => Explore(NotifyAll);

    [Fact]
    public void Two_wait_and_each_wake_up_reaches_one() => Explore(Tokens);

    [Fact]
    public void A_wait_that_may_time_out_drops_no_notification() => Explore(Timed);

    internal static Scenario OneToOne()
    {
        var m = new Mutex<bool>(false);
        var cv = new Condvar();
        return new Scenario(
            static () => { },
            () =>
            {
                using var g = m.Lock();
                cv.WaitWhile(g, static (ref ready) => !ready);
            },
            () =>
            {
                using (var g = m.Lock()) g.Value = true;
                cv.NotifyOne();
            });
    }

    internal static Scenario NotifyAll()
    {
        var m = new Mutex<bool>(false);
        var cv = new Condvar();
        void Wait()
        {
            using var g = m.Lock();
            cv.WaitWhile(g, static (ref ready) => !ready);
        }
        return new Scenario(static () => { }, Wait, Wait, () =>
        {
            using var g = m.Lock();
            g.Value = true;
            cv.NotifyAll();
        });
    }

    internal static Scenario Tokens()
    {
        var m = new Mutex<int>(0);
        var cv = new Condvar();
        void Take()
        {
            using var g = m.Lock();
            cv.WaitWhile(g, static (ref tokens) => tokens == 0);
            g.Value--;
        }
        return new Scenario(() => Assert.Equal(0, m.IntoInner()), Take, Take, () =>
        {
            for (int i = 0; i < 2; i++)
            {
                using (var g = m.Lock()) g.Value++;
                cv.NotifyOne();
            }
        });
    }

    internal static Scenario Timed()
    {
        var m = new Mutex<int>(0);
        var cv = new Condvar();
        int taken = 0;
        return new Scenario(
            () => Assert.Equal(1, m.IntoInner() + taken),
            () =>
            {
                using var g = m.Lock();
                if (!cv.WaitWhile(g, TimeSpan.FromSeconds(1), static (ref tokens) => tokens == 0)) return;
                g.Value--;
                taken++;
            },
            () =>
            {
                using var g = m.Lock();
                g.Value++;
                cv.NotifyOne();
            });
    }

    private void Explore(Func<Scenario> scenario) => output.WriteLine($"{Scheduling.Explorer.Run(scenario)} executions");
}
