using System;
using Fearless.Explorer.Scheduling;
using Xunit;
using Xunit.Abstractions;

namespace Fearless.Explorer.Locks;

public class MutexExploration(ITestOutputHelper output)
{
    [Fact]
    public void Two_threads_that_lock_twice() => Explore(TwoByTwo);

    [Fact]
    public void Three_threads_that_lock_once() => Explore(Three);

    [Fact]
    public void A_timed_try_against_a_holder_and_a_waiter() => Explore(Timed);

    [Fact]
    public void Two_tries_and_a_lock() => Explore(TwoTries);

    internal static Scenario TwoByTwo()
    {
        var m = new Mutex<int>(0);
        var inside = new Exclusion();
        void Work()
        {
            for (int i = 0; i < 2; i++)
            {
                using var g = m.Lock();
                using (inside.Enter()) g.Value++;
            }
        }
        return new Scenario(() => Assert.Equal(4, m.IntoInner()), Work, Work);
    }

    internal static Scenario Three()
    {
        var m = new Mutex<int>(0);
        var inside = new Exclusion();
        void Work()
        {
            using var g = m.Lock();
            using (inside.Enter()) g.Value++;
        }
        return new Scenario(() => Assert.Equal(3, m.IntoInner()), Work, Work, Work);
    }

    internal static Scenario TwoTries()
    {
        var m = new Mutex<int>(0);
        var inside = new Exclusion();
        int missed = 0;
        void Try()
        {
            using var g = m.TryLock();
            if (!g.IsHeld)
            {
                missed++;
                return;
            }
            using (inside.Enter()) g.Value++;
        }
        void Work()
        {
            using var g = m.Lock();
            using (inside.Enter()) g.Value++;
        }
        return new Scenario(() => Assert.Equal(3, m.IntoInner() + missed), Try, Try, Work);
    }

    internal static Scenario Timed()
    {
        var m = new Mutex<int>(0);
        var inside = new Exclusion();
        int missed = 0;
        void Work()
        {
            using var g = m.Lock();
            using (inside.Enter()) g.Value++;
        }
        void Try()
        {
            if (m.TryLock(TimeSpan.FromSeconds(1), out var g))
            {
                using (g)
                using (inside.Enter()) g.Value++;
            }
            else
            {
                missed++;
            }
        }
        return new Scenario(() => Assert.Equal(3, m.IntoInner() + missed), Work, Work, Try);
    }

    private void Explore(Func<Scenario> scenario) => output.WriteLine($"{Scheduling.Explorer.Run(scenario)} executions");
}
