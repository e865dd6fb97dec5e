using System;
using System.Diagnostics;
using System.Threading;
using Xunit;

namespace Fearless.Tests.Locks;

public class RwLockBasicsTests
{
    [Fact]
    public void RW01_Read_write_and_two_reads_in_turn()
    {
        var l = new RwLock<int>(1);
        using (var r = l.Read()) Assert.Equal(1, r.Value);
        using (var w = l.Write()) w.Value = 2;
        using var a = l.Read();
        using var b = l.Read();
        Assert.Equal(4, a.Value + b.Value);
    }

    [Fact]
    public void RW02_Random_reads_and_writes_of_ten_threads_end()
    {
        var l = new RwLock<int>(0);
        int writes = 0;
        Worker.RunAll(10, seed =>
        {
            var random = new Random(seed);
            for (int i = 0; i < 1000; i++)
            {
                if (random.Next(10) == 0)
                {
                    using var w = l.Write();
                    w.Value++;
                    Interlocked.Increment(ref writes);
                }
                else
                {
                    using var r = l.Read();
                    Assert.True(r.Value >= 0);
                }
            }
        });
        Assert.Equal(writes, l.IntoInner());
    }

    [Fact]
    public void RW03_RW04_Readers_never_see_a_write_in_progress_and_no_write_is_lost()
    {
        var l = new RwLock<int>(0);
        Worker writer = Worker.Start(() =>
        {
            for (int i = 0; i < 10; i++)
            {
                using var w = l.Write();
                int was = w.Value;
                w.Value = -1;
                Thread.Yield();
                w.Value = was + 1;
            }
        });
        Worker.RunAll(5, _ =>
        {
            for (int i = 0; i < 200; i++) Assert.True(l.With(static (ref readonly v) => v) >= 0);
        });
        writer.Join();
        Assert.Equal(10, l.IntoInner());
    }

    [Fact]
    public void RW05_RW11_Two_readers_at_the_same_time()
    {
        var l = new RwLock<int>(1);
        using var r = l.Read();
        Worker.Start(() =>
        {
            using var s = l.Read();
            using var t = l.TryRead();
            Assert.True(t.IsHeld);
            Assert.Equal(1, s.Value);
        }).Join();
        Assert.True(l.TryRead(out var u));
        u.Dispose();
        Assert.True(l.TryRead(TimeSpan.Zero, out u));
        u.Dispose();
    }

    [Fact]
    public void RW06_Write_blocks_until_the_last_reader_has_left()
    {
        var l = new RwLock<int>(1);
        var first = l.Read();
        var second = l.Read();
        Worker w = Worker.Start(() => { using var g = l.Write(); g.Value = 2; });
        w.AwaitBlocked();
        first.Dispose();
        w.AwaitBlocked();
        Assert.Equal(1, second.Value);
        second.Dispose();
        w.Join();
        Assert.Equal(2, l.IntoInner());
    }

    [Fact]
    public void RW07_Read_blocks_while_a_writer_holds()
    {
        var l = new RwLock<int>(1);
        Worker r;
        using (var g = l.Write())
        {
            r = Worker.Start(() => { using var h = l.Read(); Assert.Equal(2, h.Value); });
            r.AwaitBlocked();
            g.Value = 2;
        }
        r.Join();
    }

    [Fact]
    public void RW08_RW09_RW10_Tries_fail_against_the_other_kind()
    {
        var l = new RwLock<int>(1);
        using (var r = l.Read())
        {
            // Where Rust maps the guard to a part, C# takes a reference to it; the guard stays what holds the lock.
            ref readonly int part = ref r.Value;
            Assert.Equal(1, part);
            Worker.Start(() =>
            {
                Assert.False(l.TryWrite().IsHeld);
                Assert.False(l.TryWrite(out _));
                Assert.False(l.TryWrite(TimeSpan.FromMilliseconds(1), out _));
            }).Join();
        }
        using (l.Write())
        {
            Worker.Start(() =>
            {
                Assert.False(l.TryRead().IsHeld);
                Assert.False(l.TryRead(out _));
                Assert.False(l.TryRead(TimeSpan.FromMilliseconds(1), out _));
                Assert.False(l.TryWrite().IsHeld);
            }).Join();
        }
        Assert.True(l.TryWrite(out var free));
        free.Dispose();
    }

    [Fact]
    public void RW12_What_would_wait_for_itself_throws()
    {
        var l = new RwLock<int>(1);
        using (var r = l.Read())
        {
            Assert.Contains("Downgrade", Expect.Throws<LockRecursionException>(() => l.Write().Dispose()).Message);
            Expect.Throws<LockRecursionException>(() => l.Replace(2));
            Assert.True(r.IsHeld);
        }
        using (var w = l.Write())
        {
            Expect.Throws<LockRecursionException>(() => l.Write().Dispose());
            Expect.Throws<LockRecursionException>(() => l.Read().Dispose());
            Expect.Throws<LockRecursionException>(() => l.IntoInner());
            Assert.True(w.IsHeld);
        }
        Assert.False(l.IsPoisoned);
        Assert.Equal(1, l.IntoInner());
    }

    [Fact]
    public void RW13_The_try_forms_of_RW12_fail()
    {
        var l = new RwLock<int>(1);
        using (l.Read())
        {
            Assert.False(l.TryWrite().IsHeld);
            Assert.False(l.TryWrite(Timeout.InfiniteTimeSpan, out _));
        }
        using (l.Write())
        {
            Assert.False(l.TryWrite().IsHeld);
            Assert.False(l.TryRead().IsHeld);
            Assert.False(l.TryWrite(Timeout.InfiniteTimeSpan, out _));
            Assert.False(l.TryRead(Timeout.InfiniteTimeSpan, out _));
        }
    }

    [Fact]
    public void RW14_Reading_again_on_the_same_thread_succeeds_even_with_a_writer_waiting()
    {
        var l = new RwLock<int>(1);
        Worker w;
        using (l.Read())
        {
            w = Worker.Start(() => l.Write().Dispose());
            w.AwaitBlocked();
            using var again = l.Read();
            Assert.True(again.IsHeld);
        }
        w.Join();
    }

    [Fact]
    public void RW15_A_waiting_writer_keeps_new_readers_out()
    {
        var l = new RwLock<int>(1);
        var r = l.Read();
        Worker w = Worker.Start(() => { using var g = l.Write(); g.Value = 2; });
        w.AwaitBlocked();
        Worker late = Worker.Start(() =>
        {
            Assert.False(l.TryRead().IsHeld);
            using var g = l.Read();
            Assert.Equal(2, g.Value);
        });
        late.AwaitBlocked();
        r.Dispose();
        w.Join();
        late.Join();
    }

    [Fact]
    public void RW16_Looping_readers_do_not_starve_a_writer()
    {
        var l = new RwLock<bool>(false);
        Worker[] readers = new Worker[4];
        for (int i = 0; i < readers.Length; i++)
            readers[i] = Worker.Start(() => { while (!l.With(static (ref readonly v) => v)) { } });
        using (var w = l.Write()) w.Value = true;
        foreach (Worker r in readers) r.Join();
    }

    [Fact]
    public void RW16_Looping_writers_do_not_starve_a_reader()
    {
        var l = new RwLock<int>(0);
        bool stop = false;
        Worker[] writers = new Worker[4];
        for (int i = 0; i < writers.Length; i++)
            writers[i] = Worker.Start(() => { while (!Volatile.Read(ref stop)) l.WithMut(static (ref v) => v++); });
        for (int i = 0; i < 10; i++) l.Read().Dispose();
        Volatile.Write(ref stop, true);
        foreach (Worker w in writers) w.Join();
    }

    [Fact]
    public void RW17_A_write_while_unwinding_is_kept_and_does_not_poison()
    {
        var l = new RwLock<int>(1);
        Expect.Throws<Boom>(() =>
        {
            try { throw new Boom(); }
            finally { using var w = l.Write(); w.Value = 2; }
        });
        Assert.False(l.IsPoisoned);
        Assert.Equal(2, l.IntoInner());
    }

    [Fact]
    public void RW18_RW25_References_to_parts_reach_the_right_element()
    {
        var l = new RwLock<int[]>([1, 2, 3]);
        using (var w = l.Write())
        {
            ref int second = ref w.Value.AsSpan(1)[0];
            second = 9;
        }
        using var r = l.Read();
        ref readonly int part = ref r.Value[1];
        Assert.Equal(9, part);
    }

    [Fact]
    public void RW19_RW20_IntoInner_and_Replace_hand_values_over_undisposed()
    {
        var first = new Tracked();
        var second = new Tracked();
        var l = new RwLock<Tracked>(first);
        Assert.Same(first, l.Replace(second));
        Assert.Same(second, l.IntoInner());
        Assert.Equal(0, first.Disposals + second.Disposals);
        Expect.Throws<ObjectDisposedException>(() => l.Read().Dispose());
        Expect.Throws<ObjectDisposedException>(() => l.Read(out _).Dispose());
        Expect.Throws<ObjectDisposedException>(() => l.Write().Dispose());
        Expect.Throws<ObjectDisposedException>(() => l.Write(out _).Dispose());
        Expect.Throws<ObjectDisposedException>(() => l.TryRead().Dispose());
        Expect.Throws<ObjectDisposedException>(() => l.TryWrite().Dispose());
        Expect.Throws<ObjectDisposedException>(() => _ = l.IsPoisoned);
        Expect.Throws<ObjectDisposedException>(l.ClearPoison);
        Assert.Equal("RwLock { <consumed> }", l.ToString());
    }

    [Fact]
    public void RW37_With_and_WithMut_run_under_the_lock_and_return_the_result()
    {
        var l = new RwLock<int>(1);
        Assert.Equal(1, l.With((ref readonly v) =>
        {
            Worker.Start(() => Assert.False(l.TryWrite().IsHeld)).Join();
            return v;
        }));
        Assert.Equal(1, l.WithMut((ref v) =>
        {
            Worker.Start(() => Assert.False(l.TryRead().IsHeld)).Join();
            return v++;
        }));
        l.WithMut(static (ref v) => v++);
        Assert.Equal(3, l.IntoInner());
        Expect.Throws<ArgumentNullException>(() => l.With<int>(null!));
        Expect.Throws<ArgumentNullException>(() => l.WithMut(null!));
        Expect.Throws<ArgumentNullException>(() => l.WithMut<int>(null!));
    }

    [Fact]
    public void RW39_Text_shows_the_value_or_that_it_is_locked_and_the_poison()
    {
        var l = new RwLock<int>(7);
        using (l.Read()) Assert.Equal("RwLock { data: 7, poisoned: false }", l.ToString());
        using (var w = l.Write())
        {
            Assert.Equal("RwLock { data: <locked>, poisoned: false }", l.ToString());
            Assert.Equal("7", w.ToString());
        }
        Expect.Throws<Boom>(() => l.WithMut(static (ref _) => throw new Boom()));
        Assert.Equal("RwLock { data: 7, poisoned: true }", l.ToString());
    }

    [Fact]
    public void RW42_Thousands_of_readers()
    {
        var l = new RwLock<int>(7);
        Assert.Equal(7, Nest(l, 3000));
        Assert.True(l.TryWrite(out var w));
        w.Dispose();
    }

    [Fact]
    public void Timed_tries_wait_at_least_their_time_and_validate_it()
    {
        var l = new RwLock<int>(0);
        using var g = l.Write();
        Worker.Start(() =>
        {
            long start = Stopwatch.GetTimestamp();
            Assert.False(l.TryRead(TimeSpan.FromMilliseconds(20), out _));
            Assert.False(l.TryWrite(TimeSpan.FromMilliseconds(20), out _));
            Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(40));
        }).Join();
        Expect.Throws<ArgumentOutOfRangeException>(() => l.TryRead(TimeSpan.FromTicks(-1), out _));
        Expect.Throws<ArgumentOutOfRangeException>(() => l.TryWrite(TimeSpan.FromTicks(-1), out _));
    }

    [Fact]
    public void Timed_tries_of_any_length_get_the_lock_when_it_is_released()
    {
        var l = new RwLock<int>(0);
        var g = l.Write();
        Worker r = Worker.Start(() => { Assert.True(l.TryRead(TimeSpan.MaxValue, out var h)); h.Dispose(); });
        Worker w = Worker.Start(() => { Assert.True(l.TryWrite(TimeSpan.FromDays(60), out var h)); h.Dispose(); });
        r.AwaitBlocked();
        w.AwaitBlocked();
        g.Dispose();
        r.Join();
        w.Join();
    }

    [Fact]
    public void A_writer_that_gives_up_lets_the_readers_in_that_it_kept_out()
    {
        var l = new RwLock<int>(0);
        using var r = l.Read();
        Worker w = Worker.Start(() => l.Write().Dispose());
        w.AwaitBlocked();
        Worker late = Worker.Start(() => l.Read().Dispose());
        late.AwaitBlocked();
        w.Interrupt();
        Assert.IsType<ThreadInterruptedException>(w.JoinFailure());
        late.Join();
        Assert.True(r.IsHeld);
    }

    private static int Nest(RwLock<int> l, int depth)
    {
        using var r = l.Read();
        return depth == 0 ? r.Value : Nest(l, depth - 1);
    }
}
