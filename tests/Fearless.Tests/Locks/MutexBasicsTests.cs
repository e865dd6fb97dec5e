using System;
using System.Threading;
using Xunit;

namespace Fearless.Tests.Locks;

public class MutexBasicsTests
{
    private static readonly Mutex<int> s_static = new(0);

    [Fact]
    public void MX01_Lock_dispose_lock_again_on_one_thread()
    {
        var m = new Mutex<int>(1);
        using (m.Lock()) { }
        using var g = m.Lock();
        Assert.Equal(1, g.Value);
    }

    [Fact]
    public void MX02_Increments_of_six_threads_are_all_kept()
    {
        var m = new Mutex<int>(0);
        Worker.RunAll(6, _ =>
        {
            for (int i = 0; i < 1000; i++)
            {
                using var g = m.Lock();
                g.Value++;
            }
        });
        Assert.Equal(6000, m.With(static (ref v) => v));
    }

    [Fact]
    public void MX03_TryLock_on_a_free_mutex_gives_write_access()
    {
        var m = new Mutex<int>(1);
        using (var g = m.TryLock())
        {
            Assert.True(g.IsHeld);
            g.Value = 2;
        }
        Assert.True(m.TryLock(out var h));
        Assert.Equal(2, h.Value);
        h.Dispose();
        Assert.True(m.TryLock(TimeSpan.Zero, out h));
        Assert.Equal(2, h.Value);
        h.Dispose();
    }

    [Fact]
    public void MX04_TryLock_while_another_thread_holds_fails_at_once()
    {
        var m = new Mutex<int>(1);
        using var g = m.Lock();
        var w = Worker.Start(() =>
        {
            using var t = m.TryLock();
            Assert.False(t.IsHeld);
            Assert.False(m.TryLock(out var u));
            Assert.False(u.IsHeld);
        });
        w.Join();
    }

    [Fact]
    public void MX05_TryLock_while_the_same_thread_holds_fails_in_every_form()
    {
        var m = new Mutex<int>(1);
        using var g = m.Lock();
        Assert.False(m.TryLock().IsHeld);
        Assert.False(m.TryLock(out _));
        Assert.False(m.TryLock(TimeSpan.FromDays(1)).IsHeld);
        Assert.False(m.TryLock(Timeout.InfiniteTimeSpan, out _));
        Assert.True(g.IsHeld);
    }

    [Fact]
    public void MX06_Locking_again_on_the_same_thread_throws_and_keeps_the_first_guard()
    {
        var m = new Mutex<int>(1);
        using (var g = m.Lock())
        {
            Exception? thrown = null;
            try { m.Lock(); } catch (LockRecursionException e) { thrown = e; }
            Assert.Contains("already holds", thrown?.Message);
            Expect.Throws<LockRecursionException>(() => m.With(static (ref _) => { }));
            Expect.Throws<LockRecursionException>(() => m.Replace(1));
            Expect.Throws<LockRecursionException>(() => m.IntoInner());
            Assert.True(g.IsHeld);
            Assert.Equal(1, g.Value);
        }
        Assert.False(m.IsPoisoned);
        Assert.True(m.TryLock(out var free));
        free.Dispose();
    }

    [Fact]
    public void MX07_Lock_blocks_while_another_thread_holds()
    {
        var m = new Mutex<int>(1);
        Worker w;
        using (m.Lock())
        {
            w = Worker.Start(() => { using var g = m.Lock(); g.Value = 2; });
            w.AwaitBlocked();
        }
        w.Join();
        Assert.Equal(2, m.IntoInner());
    }

    [Fact]
    public void MX08_Writes_under_the_lock_are_visible_to_the_next_holder()
    {
        var m = new Mutex<int[]>(new int[64]);
        Worker.RunAll(2, _ =>
        {
            for (int i = 0; i < 5000; i++)
            {
                using var g = m.Lock();
                int[] a = g.Value;
                for (int k = 1; k < a.Length; k++) Assert.Equal(a[0], a[k]);
                for (int k = 0; k < a.Length; k++) a[k]++;
            }
        });
        Assert.Equal(10000, m.IntoInner()[63]);
    }

    [Fact]
    public void MX09_IntoInner_moves_the_value_out_for_good()
    {
        var m = new Mutex<string>("a");
        Assert.Equal("a", m.IntoInner());
        Expect.Throws<ObjectDisposedException>(() => m.Lock().Dispose());
        Expect.Throws<ObjectDisposedException>(() => m.Lock(out _).Dispose());
        Expect.Throws<ObjectDisposedException>(() => m.TryLock().Dispose());
        Expect.Throws<ObjectDisposedException>(() => m.TryLock(TimeSpan.Zero).Dispose());
        Expect.Throws<ObjectDisposedException>(() => m.With(static (ref _) => { }));
        Expect.Throws<ObjectDisposedException>(() => m.Replace("b"));
        Expect.Throws<ObjectDisposedException>(() => m.IntoInner());
        Expect.Throws<ObjectDisposedException>(() => _ = m.IsPoisoned);
        Expect.Throws<ObjectDisposedException>(() => m.ClearPoison());
    }

    [Fact]
    public void MX09_A_waiter_of_a_mutex_that_is_consumed_is_told()
    {
        var m = new Mutex<int>(3);
        var held = m.Lock();
        var taker = Worker.Start(() => Assert.Equal(3, m.IntoInner()));
        taker.AwaitBlocked();
        var waiter = Worker.Start(() => m.Lock().Dispose());
        waiter.AwaitBlocked();
        held.Dispose();
        taker.Join();
        Assert.IsType<ObjectDisposedException>(waiter.JoinFailure());
    }

    [Fact]
    public void MX10_IntoInner_does_not_dispose_the_value()
    {
        var m = new Mutex<Tracked>(new Tracked());
        Tracked t = m.IntoInner();
        Assert.Equal(0, t.Disposals);
        t.Dispose();
        Assert.Equal(1, t.Disposals);
    }

    [Fact]
    public void MX12_With_returns_a_copy_and_leaves_the_mutex_unlocked()
    {
        var m = new Mutex<(int, int)>((1, 2));
        Assert.Equal((1, 2), m.With(static (ref v) => v));
        Assert.True(m.TryLock(out var g));
        g.Dispose();
    }

    [Fact]
    public void MX13_MX14_MX15_Replace_stores_the_new_value_and_returns_the_old_undisposed()
    {
        var first = new Tracked(1);
        var second = new Tracked(2);
        var m = new Mutex<Tracked>(first);
        Assert.Same(first, m.Replace(second));
        Assert.Equal(0, first.Disposals);
        using var g = m.Lock();
        Assert.Same(second, g.Value);
    }

    [Fact]
    public void MX16_A_mutex_inside_a_mutex()
    {
        var m = new Mutex<Mutex<int>>(new Mutex<int>(1));
        Worker.Start(() =>
        {
            using var outer = m.Lock();
            using var inner = outer.Value.Lock();
            Assert.Equal(1, inner.Value);
        }).Join();
    }

    [Fact]
    public void MX17_MX18_A_reference_to_a_part_writes_the_right_element()
    {
        var m = new Mutex<int[]>([1, 2, 3]);
        using (var g = m.Lock())
        {
            Span<int> firstTwo = g.Value.AsSpan(0, 2);
            ref int second = ref firstTwo[1..][0];
            second = 9;
        }
        Assert.Equal([1, 9, 3], m.IntoInner());
    }

    [Fact]
    public void MX42_With_runs_under_the_lock_and_returns_its_result()
    {
        var m = new Mutex<int>(5);
        int was = m.With((ref v) =>
        {
            Worker.Start(() => Assert.False(m.TryLock(out _))).Join();
            return v++;
        });
        Assert.Equal(5, was);
        Assert.Equal(6, m.IntoInner());
    }

    [Fact]
    public void MX44_A_static_mutex_works_from_the_first_access_of_two_threads()
    {
        Worker.RunAll(2, _ => s_static.With(static (ref v) => v++));
        Assert.Equal(2, s_static.With(static (ref v) => v));
    }

    [Fact]
    public void MX45_Construction_holds_the_value()
    {
        Assert.Equal(0, new Mutex<int>(default).IntoInner());
        Assert.Equal("x", new Mutex<string>("x").IntoInner());
        Assert.Null(new Mutex<string?>(null).IntoInner());
    }

    [Fact]
    public void MX46_Text_shows_the_value_or_that_it_is_locked_and_the_poison()
    {
        var m = new Mutex<int>(7);
        Assert.Equal("Mutex { data: 7, poisoned: false }", m.ToString());
        using (m.Lock()) Assert.Equal("Mutex { data: <locked>, poisoned: false }", m.ToString());
        Expect.Throws<Boom>(() => m.With(static (ref _) => throw new Boom()));
        Assert.Equal("Mutex { data: 7, poisoned: true }", m.ToString());
        m.ClearPoison();
        m.IntoInner();
        Assert.Equal("Mutex { <consumed> }", m.ToString());
    }

    [Fact]
    public void MX47_The_guards_text_is_the_values()
    {
        var m = new Mutex<int>(7);
        var g = m.Lock();
        Assert.Equal("7", g.ToString());
        g.Dispose();
        Assert.Equal("<released>", g.ToString());
    }

    [Fact]
    public void Timed_try_waits_at_least_its_time_and_validates_it()
    {
        var m = new Mutex<int>(0);
        using var g = m.Lock();
        Worker.Start(() =>
        {
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            Assert.False(m.TryLock(TimeSpan.FromMilliseconds(30), out _));
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(30));
        }).Join();
        Expect.Throws<ArgumentOutOfRangeException>(() => m.TryLock(TimeSpan.FromTicks(-1)).Dispose());
        Expect.Throws<ArgumentOutOfRangeException>(() => m.TryLock(TimeSpan.FromDays(-1), out _));
        Expect.Throws<ArgumentNullException>(() => m.With(null!));
        Expect.Throws<ArgumentNullException>(() => m.With<int>(null!));
    }

    [Theory]
    [InlineData(100.0)]
    [InlineData(10_000_000.0)]
    public void Timed_try_of_any_length_gets_the_lock_when_it_is_released(double days)
    {
        var m = new Mutex<int>(0);
        var g = m.Lock();
        var w = Worker.Start(() => { Assert.True(m.TryLock(TimeSpan.FromDays(days), out var h)); h.Dispose(); });
        w.AwaitBlocked();
        g.Dispose();
        w.Join();
        var again = m.Lock();
        w = Worker.Start(() => { Assert.True(m.TryLock(TimeSpan.MaxValue, out var h)); h.Dispose(); });
        w.AwaitBlocked();
        again.Dispose();
        w.Join();
    }
}
