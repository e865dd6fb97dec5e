using System;
using System.Diagnostics;
using System.Threading;
using Xunit;

namespace Fearless.Tests.Locks;

public class CondvarTests
{
    private readonly Mutex<int> _m = new(0);
    private readonly Condvar _cv = new();

    [Fact]
    public void CV01_Notifying_nobody_does_nothing()
    {
        _cv.NotifyOne();
        _cv.NotifyAll();
    }

    [Fact]
    public void CV02_CV03_Wait_releases_the_mutex_and_holds_it_again_after_the_notification()
    {
        using var g = _m.Lock();
        Worker w = Worker.Start(() =>
        {
            using var h = _m.Lock();
            h.Value = 1;
            _cv.NotifyOne();
        });
        _cv.Wait(g);
        Assert.Equal(1, g.Value);
        Assert.True(g.IsHeld);
        Worker.Start(() => Assert.False(_m.TryLock().IsHeld)).Join();
        w.Join();
    }

    [Fact]
    public void CV04_NotifyAll_wakes_all_ten()
    {
        var workers = StartWaiters(10);
        using (var g = _m.Lock())
        {
            g.Value = 1;
            _cv.NotifyAll();
        }
        foreach (Worker w in workers) w.Join();
    }

    [Fact]
    public void CV05_CV06_WaitWhile_returns_only_when_the_condition_is_false()
    {
        Worker child = Worker.Start(() =>
        {
            for (int i = 1; i <= 3; i++)
            {
                using var g = _m.Lock();
                g.Value = i;
                _cv.NotifyOne();
            }
        });
        using (var g = _m.Lock())
        {
            _cv.WaitWhile(g, static (ref v) => v < 3);
            Assert.Equal(3, g.Value);
        }
        child.Join();
    }

    [Fact]
    public void CV07_WaitWhile_does_not_block_when_it_is_false_already()
    {
        using var g = _m.Lock();
        _cv.WaitWhile(g, static (ref v) => v != 0);
        Assert.True(_cv.WaitWhile(g, TimeSpan.FromDays(1), static (ref v) => v != 0));
    }

    [Fact]
    public void CV08_CV20_A_wait_that_nobody_ends_times_out_and_not_early()
    {
        using var g = _m.Lock();
        long start = Stopwatch.GetTimestamp();
        Assert.False(_cv.Wait(g, TimeSpan.FromMilliseconds(20)));
        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(20));
        Assert.True(g.IsHeld);
    }

    [Fact]
    public void CV09_WaitWhile_with_a_condition_that_stays_true_times_out_with_the_guard_held()
    {
        using var g = _m.Lock();
        Assert.False(_cv.WaitWhile(g, TimeSpan.FromMilliseconds(5), static (ref _) => true));
        Assert.True(g.IsHeld);
    }

    [Fact]
    public void CV10_CV11_With_no_time_the_condition_is_still_asked()
    {
        using var g = _m.Lock();
        int asked = 0;
        Assert.True(_cv.WaitWhile(g, TimeSpan.Zero, (ref _) => { asked++; return false; }));
        Assert.Equal(1, asked);
        Assert.False(_cv.WaitWhile(g, TimeSpan.Zero, (ref _) => { asked++; return true; }));
        Assert.True(asked >= 2);
    }

    [Fact]
    public void CV12_CV13_Enormous_timeouts_do_not_overflow()
    {
        foreach (TimeSpan timeout in new[] { TimeSpan.MaxValue, TimeSpan.FromMilliseconds(uint.MaxValue), TimeSpan.FromMilliseconds(int.MaxValue + 1L), Timeout.InfiniteTimeSpan })
        {
            using (var g = _m.Lock()) g.Value = 0;
            Worker until = Worker.Start(() =>
            {
                using var g = _m.Lock();
                Assert.True(_cv.WaitWhile(g, timeout, static (ref v) => v == 0));
            });
            until.AwaitBlocked();
            Worker once = Worker.Start(() =>
            {
                using var g = _m.Lock();
                Assert.True(g.Value != 0 || _cv.Wait(g, timeout));
            });
            once.AwaitBlocked();
            using (var g = _m.Lock()) g.Value = 1;
            _cv.NotifyAll();
            until.Join();
            once.Join();
        }
    }

    [Fact]
    public void CV14_A_notification_is_not_stored()
    {
        _cv.NotifyOne();
        _cv.NotifyAll();
        using var g = _m.Lock();
        Assert.False(_cv.Wait(g, TimeSpan.FromMilliseconds(1)));
    }

    [Fact]
    public void CV15_CV16_NotifyOne_wakes_one_and_NotifyAll_the_rest()
    {
        var workers = new Worker[4];
        for (int i = 0; i < workers.Length; i++)
        {
            workers[i] = Worker.Start(() =>
            {
                using var g = _m.Lock();
                _cv.WaitWhile(g, static (ref v) => v == 0);
                g.Value--;
            });
            workers[i].AwaitBlocked();
        }
        using (var g = _m.Lock()) g.Value = 1;
        _cv.NotifyOne();
        // First come, first served: it is the first that gets the one token.
        workers[0].Join();
        for (int i = 1; i < workers.Length; i++) workers[i].AwaitBlocked();
        using (var g = _m.Lock()) g.Value = 3;
        _cv.NotifyAll();
        foreach (Worker w in workers) w.Join();
        Assert.Equal(0, _m.IntoInner());
    }

    [Fact]
    public void CV17_A_mutex_poisoned_meanwhile_makes_the_wait_throw_with_the_guard_held()
    {
        bool held = false;
        Worker w = Worker.Start(() =>
        {
            using var g = _m.Lock();
            try
            {
                _cv.Wait(g);
            }
            catch (PoisonedException)
            {
                held = g.IsHeld;
                throw;
            }
        });
        w.AwaitBlocked();
        Expect.Throws<Boom>(() => { using var g = _m.Lock(); _cv.NotifyOne(); throw new Boom(); });
        Assert.IsType<PoisonedException>(w.JoinFailure());
        Assert.True(held);
        using var after = _m.Lock(out bool _);
        Assert.True(after.IsHeld);
    }

    [Fact]
    public void CV18_A_panic_in_the_condition_unlocks_and_poisons()
    {
        Expect.Throws<Boom>(() =>
        {
            using var g = _m.Lock();
            _cv.WaitWhile(g, static (ref _) => throw new Boom());
        });
        Expect.Throws<PoisonedException>(() => _m.TryLock().Dispose());
    }

    [Fact]
    public void CV19_Two_mutexes_even_at_once()
    {
        var other = new Mutex<int>(0);
        Worker a = StartWaiters(1)[0];
        Worker b = Worker.Start(() =>
        {
            using var g = other.Lock();
            _cv.WaitWhile(g, static (ref v) => v == 0);
        });
        b.AwaitBlocked();
        using (var g = Fearless.Locks.Both(_m, other)) g.A = g.B = 1;
        _cv.NotifyAll();
        a.Join();
        b.Join();
    }

    [Fact]
    public void CV21_Notifying_with_and_without_the_mutex()
    {
        Worker w = StartWaiters(1)[0];
        using (var g = _m.Lock())
        {
            g.Value = 1;
            _cv.NotifyOne();
        }
        w.Join();
        _m.Replace(0);
        w = StartWaiters(1)[0];
        _m.Replace(1);
        _cv.NotifyOne();
        w.Join();
    }

    [Fact]
    public void CV22_No_wake_up_is_lost_in_a_thousand_handovers()
    {
        Worker.RunAll(2, me =>
        {
            for (int i = 0; i < 1000; i++)
            {
                using var g = _m.Lock();
                _cv.WaitWhile(g, (ref v) => v % 2 != me);
                g.Value++;
                _cv.NotifyOne();
            }
        });
        Assert.Equal(2000, _m.IntoInner());
    }

    [Fact]
    public void CV23_A_guard_that_is_not_held_is_refused_and_nothing_is_released()
    {
        var g = _m.Lock();
        g.Dispose();
        using var held = _m.Lock();
        bool threw = false;
        try { _cv.Wait(g); } catch (ObjectDisposedException) { threw = true; }
        Assert.True(threw);
        threw = false;
        try { _cv.Wait(default(MutexGuard<int>), TimeSpan.Zero); } catch (ObjectDisposedException) { threw = true; }
        Assert.True(threw);
        Assert.True(held.IsHeld);
        Worker.Start(() => Assert.False(_m.TryLock().IsHeld)).Join();
    }

    [Fact]
    public void CV24_The_guard_is_the_same_lock_after_the_wait_and_spent_copies_stay_spent()
    {
        var old = _m.Lock();
        var oldCopy = old;
        old.Dispose();
        using var g = _m.Lock();
        Worker w = Worker.Start(() => { using (_m.Lock()) { } _cv.NotifyOne(); });
        _cv.Wait(g);
        Assert.True(g.IsHeld);
        Assert.False(oldCopy.IsHeld);
        oldCopy.Dispose();
        Assert.True(g.IsHeld);
        w.Join();
    }

    [Fact]
    public void An_interrupted_waiter_holds_the_mutex_when_it_is_told()
    {
        bool held = false;
        Worker w = Worker.Start(() =>
        {
            using var g = _m.Lock();
            try { _cv.Wait(g); }
            catch (ThreadInterruptedException) { held = g.IsHeld; }
        });
        w.AwaitBlocked();
        w.Interrupt();
        w.Join();
        Assert.True(held);
        Assert.True(_m.TryLock(out var free));
        free.Dispose();
    }

    [Fact]
    public void A_waiter_whose_mutex_is_consumed_comes_away_with_nothing()
    {
        bool held = true;
        Worker w = Worker.Start(() =>
        {
            using var g = _m.Lock();
            try { _cv.Wait(g); }
            catch (ObjectDisposedException) { held = g.IsHeld; throw; }
        });
        w.AwaitBlocked();
        _m.IntoInner();
        _cv.NotifyAll();
        Assert.IsType<ObjectDisposedException>(w.JoinFailure());
        Assert.False(held);
    }

    [Fact]
    public void Arguments_are_validated()
    {
        Expect.Throws<ArgumentNullException>(() => { using var g = _m.Lock(); _cv.WaitWhile(g, null!); });
        _m.ClearPoison();
        Expect.Throws<ArgumentOutOfRangeException>(() => { using var g = _m.Lock(); _cv.Wait(g, TimeSpan.FromTicks(-1)); });
    }

    private Worker[] StartWaiters(int count)
    {
        var workers = new Worker[count];
        for (int i = 0; i < count; i++)
        {
            workers[i] = Worker.Start(() =>
            {
                using var g = _m.Lock();
                _cv.WaitWhile(g, static (ref v) => v == 0);
            });
            workers[i].AwaitBlocked();
        }
        return workers;
    }
}
