using System;
using System.Threading;
using Xunit;

namespace Fearless.Tests.Sharing;

public class OnceLockTests
{
    [Fact]
    public void ON01_OL01_The_first_factory_runs_and_no_other()
    {
        var once = new OnceLock<string>();
        Assert.False(once.TryGet(out _));
        Assert.Equal("a", once.GetOrInit(static () => "a"));
        Assert.Equal("a", once.GetOrInit(static () => throw new Boom()));
        Worker.Start(() => { Assert.True(once.TryGet(out string? v)); Assert.Equal("a", v); }).Join();
    }

    [Fact]
    public void ON02_Of_eleven_racing_threads_one_runs_the_factory_and_all_see_its_effect()
    {
        Stress.Rounds(30, _ =>
        {
            var once = new OnceLock<int[]>();
            int runs = 0;
            Worker.RunAll(11, _ =>
            {
                int[] value = once.GetOrInit(() => { Interlocked.Increment(ref runs); Thread.Yield(); return [1, 2, 3]; });
                Assert.Equal(3, value[2]);
            });
            Assert.Equal(1, runs);
        });
    }

    [Fact]
    public void ON03_GetOrInit_waits_for_a_running_factory()
    {
        var once = new OnceLock<int>();
        using var inside = new ManualResetEventSlim();
        using var finish = new ManualResetEventSlim();
        Worker first = Worker.Start(() => once.GetOrInit(() => { inside.Set(); finish.Wait(); return 1; }));
        inside.Wait();
        Worker second = Worker.Start(() => Assert.Equal(1, once.GetOrInit(static () => throw new Boom())));
        second.AwaitBlocked();
        Assert.False(once.TryGet(out _));
        finish.Set();
        first.Join();
        second.Join();
    }

    [Fact]
    public void ON09_OL14_Text_and_TryGet_tell_whether_it_is_there()
    {
        var once = new OnceLock<int>();
        Assert.Equal("OnceLock(<uninit>)", once.ToString());
        Expect.Throws<Boom>(() => once.GetOrInit(static () => throw new Boom()));
        Assert.False(once.TryGet(out _));
        Assert.True(once.TrySet(5));
        Assert.Equal("OnceLock(5)", once.ToString());
        Assert.True(once.TryGet(out int v));
        Assert.Equal(5, v);
    }

    [Fact]
    public void ON10_OL11_Wait_blocks_until_another_thread_has_set_it()
    {
        Stress.Rounds(50, _ =>
        {
            var once = new OnceLock<int>();
            var waiters = new Worker[4];
            for (int i = 0; i < waiters.Length; i++) waiters[i] = Worker.Start(() => Assert.Equal(7, once.Wait()));
            waiters[0].AwaitBlocked();
            Expect.Throws<Boom>(() => once.GetOrInit(static () => throw new Boom()));
            waiters[0].AwaitBlocked();
            Assert.True(once.TrySet(7));
            foreach (Worker w in waiters) w.Join();
        });
    }

    [Fact]
    public void ON13_OL12_The_factory_must_not_ask_for_its_own_value()
    {
        var once = new OnceLock<int>();
        Assert.Contains("factory", Expect.Throws<InvalidOperationException>(() => once.GetOrInit(() => once.GetOrInit(static () => 1))).Message);
        Expect.Throws<InvalidOperationException>(() => once.GetOrInit(() => once.TrySet(1) ? 1 : 2));
        Expect.Throws<InvalidOperationException>(() => once.GetOrInit(() => once.Wait()));
        Assert.Equal(3, once.GetOrInit(() => once.TryGet(out _) ? 0 : 3));
    }

    [Fact]
    public void OL03_TrySet_on_a_full_cell_fails_and_keeps_the_old_value()
    {
        var once = new OnceLock<string>();
        Assert.True(once.TrySet("a"));
        Assert.False(once.TrySet("b"));
        Assert.Equal("a", once.Wait());
    }

    [Fact]
    public void OL04_The_value_is_not_disposed_by_the_cell()
    {
        var value = new Tracked();
        var once = new OnceLock<Tracked>();
        Assert.True(once.TrySet(value));
        Assert.Same(value, once.GetOrInit(static () => new Tracked()));
        Assert.Equal(0, value.Disposals);
    }

    [Fact]
    public void OL06_OL07_A_factory_that_throws_leaves_it_empty_and_the_next_one_runs()
    {
        var once = new OnceLock<int>();
        for (int i = 0; i < 3; i++) Expect.Throws<Boom>(() => once.GetOrInit(static () => throw new Boom()));
        Assert.Equal(1, once.GetOrInit(static () => 1));
    }

    [Fact]
    public void OL06_When_the_running_factory_throws_a_waiter_runs_its_own()
    {
        var once = new OnceLock<int>();
        using var inside = new ManualResetEventSlim();
        using var finish = new ManualResetEventSlim();
        Worker first = Worker.Start(() => once.GetOrInit(() => { inside.Set(); finish.Wait(); throw new Boom(); }));
        inside.Wait();
        Worker second = Worker.Start(() => Assert.Equal(2, once.GetOrInit(static () => 2)));
        Worker setter = Worker.Start(() => once.TrySet(2));
        second.AwaitBlocked();
        setter.AwaitBlocked();
        finish.Set();
        Assert.IsType<Boom>(first.JoinFailure());
        second.Join();
        setter.Join();
    }

    [Fact]
    public void OL10_Readers_see_nothing_or_the_complete_value_of_one_setter()
    {
        Stress.Rounds(30, _ =>
        {
            var once = new OnceLock<(long A, long B, long C)>();
            int winners = 0;
            Worker.RunAll(6, i =>
            {
                if (i < 3)
                {
                    if (once.TrySet((i, i, i))) Interlocked.Increment(ref winners);
                    return;
                }
                (long A, long B, long C) value;
                while (!once.TryGet(out value)) Thread.Yield();
                Assert.Equal(value.A, value.B);
                Assert.Equal(value.A, value.C);
            });
            Assert.Equal(1, winners);
        });
    }

    [Fact]
    public void An_interrupted_waiter_leaves_and_the_value_still_comes()
    {
        var once = new OnceLock<int>();
        Worker w = Worker.Start(() => once.Wait());
        w.AwaitBlocked();
        w.Interrupt();
        Assert.IsType<ThreadInterruptedException>(w.JoinFailure());
        Assert.Equal(1, once.GetOrInit(static () => 1));
        Expect.Throws<ArgumentNullException>(() => once.GetOrInit(null!));
    }
}
