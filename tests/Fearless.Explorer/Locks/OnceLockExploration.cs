using System;
using Fearless.Explorer.Scheduling;
using Xunit;
using Xunit.Abstractions;

namespace Fearless.Explorer.Locks;

public class OnceLockExploration(ITestOutputHelper output)
{
    [Fact]
    public void Two_factories_one_runs() => Explore(TwoFactories);

    [Fact]
    public void Three_threads_initialise_set_and_wait() => Explore(Three);

    [Fact]
    public void A_factory_that_throws_lets_the_next_one_run() => Explore(Throwing);

    internal static Scenario TwoFactories()
    {
        var once = new OnceLock<int>();
        var inside = new Exclusion();
        int runs = 0;
        void Init() => Assert.Equal(7, once.GetOrInit(() =>
        {
            using (inside.Enter()) runs++;
            return 7;
        }));
        return new Scenario(() => Assert.Equal(1, runs), Init, Init);
    }

    internal static Scenario Three()
    {
        var once = new OnceLock<int>();
        int runs = 0;
        return new Scenario(
            () => Assert.Equal(1, runs),
            () => Assert.InRange(once.GetOrInit(() => ++runs), 1, 5),
            () => { if (once.TrySet(5)) runs++; },
            () => Assert.InRange(once.Wait(), 1, 5));
    }

    internal static Scenario Throwing()
    {
        var once = new OnceLock<int>();
        int failed = 0;
        void Bad()
        {
            try
            {
                once.GetOrInit(() => throw new TimeoutException());
            }
            catch (TimeoutException)
            {
                failed++;
            }
        }
        return new Scenario(() => Assert.InRange(failed, 0, 1), Bad, () => Assert.Equal(3, once.GetOrInit(static () => 3)));
    }

    private void Explore(Func<Scenario> scenario) => output.WriteLine($"{Scheduling.Explorer.Run(scenario)} executions");
}
