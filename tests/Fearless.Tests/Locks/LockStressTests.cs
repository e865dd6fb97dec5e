using System;
using System.Threading;
using Xunit;

namespace Fearless.Tests.Locks;

/// <summary>Real threads, random pauses. The explorer shows that the protocols are right; this shows that the facade and the processor keep to them.</summary>
public class LockStressTests
{
    [Fact]
    public void Mutex_all_ways_in_and_out()
    {
        Stress.Rounds(5, round =>
        {
            var m = new Mutex<int>(0);
            int done = 0;
            Worker.RunAll(4, i =>
            {
                var random = new Random(round * 31 + i);
                for (int k = 0; k < 500; k++)
                {
                    switch (random.Next(5))
                    {
                        case 0:
                            if (!m.TryLock(out var t)) continue;
                            using (t) Touch(ref t.Value, random);
                            break;
                        case 1:
                            if (!m.TryLock(TimeSpan.FromTicks(random.Next(2000)), out t)) continue;
                            using (t) Touch(ref t.Value, random);
                            break;
                        case 2:
                            m.With((ref v) => Touch(ref v, random));
                            break;
                        default:
                            using (var g = m.Lock()) Touch(ref g.Value, random);
                            break;
                    }
                    Interlocked.Increment(ref done);
                }
            });
            Assert.Equal(done, m.IntoInner());
        });
    }

    [Fact]
    public void Mutex_with_interrupts_and_timeouts_loses_neither_lock_nor_wake_up()
    {
        Stress.Rounds(5, _ =>
        {
            var m = new Mutex<int>(0);
            int done = 0, interrupted = 0;
            bool stop = false;
            var workers = new Worker[3];
            for (int i = 0; i < workers.Length; i++)
            {
                workers[i] = Worker.Start(() =>
                {
                    while (!Volatile.Read(ref stop))
                    {
                        try
                        {
                            using var g = m.Lock();
                            g.Value++;
                            Interlocked.Increment(ref done);
                            Thread.SpinWait(50);
                        }
                        catch (ThreadInterruptedException)
                        {
                            Interlocked.Increment(ref interrupted);
                        }
                    }
                });
            }
            for (int i = 0; i < 200; i++)
            {
                workers[i % workers.Length].Interrupt();
                Thread.Yield();
            }
            Volatile.Write(ref stop, true);
            foreach (Worker w in workers) w.Join();
            Assert.False(m.IsPoisoned);
            Assert.Equal(done, m.IntoInner());
        });
    }

    [Fact]
    public void RwLock_biased_readers_writers_downgrades_and_tries()
    {
        Stress.Rounds(5, round =>
        {
            var l = new RwLock<(long A, long B)>((0, 0));
            int writes = 0;
            Worker.RunAll(4, i =>
            {
                var random = new Random(round * 17 + i);
                for (int k = 0; k < 2000; k++)
                {
                    // The first thread reads almost always, and so is the one that the lock leans towards again and again.
                    int what = i == 0 ? random.Next(400) : random.Next(40);
                    if (what == 0)
                    {
                        using var w = l.Write();
                        Bump(ref w.Value);
                        Interlocked.Increment(ref writes);
                    }
                    else if (what == 1)
                    {
                        var w = l.Write();
                        Bump(ref w.Value);
                        Interlocked.Increment(ref writes);
                        using var r = w.Downgrade();
                        Assert.Equal(r.Value.A, r.Value.B);
                    }
                    else if (what == 2)
                    {
                        if (!l.TryWrite(TimeSpan.FromTicks(random.Next(2000)), out var w)) continue;
                        using (w) Bump(ref w.Value);
                        Interlocked.Increment(ref writes);
                    }
                    else if (what == 3)
                    {
                        using var outer = l.Read();
                        using var inner = l.Read();
                        Assert.Equal(outer.Value.A, inner.Value.B);
                    }
                    else
                    {
                        using var r = l.Read();
                        long a = r.Value.A;
                        if (what % 8 == 0) Thread.SpinWait(20);
                        Assert.Equal(a, r.Value.B);
                    }
                }
            });
            Assert.Equal(writes, l.IntoInner().A);
        });
    }

    [Fact]
    public void RwLock_one_reader_against_one_writer_at_full_speed()
    {
        Stress.Rounds(3, _ =>
        {
            var l = new RwLock<(long A, long B)>((0, 0));
            bool stop = false;
            Worker reader = Worker.Start(() =>
            {
                while (!Volatile.Read(ref stop))
                {
                    using var r = l.Read();
                    Assert.Equal(r.Value.A, r.Value.B);
                }
            });
            for (int i = 0; i < 3000; i++)
            {
                using (var w = l.Write()) Bump(ref w.Value);
                // Long enough for the reader to win the bias back now and then.
                Thread.SpinWait(i % 64);
            }
            Volatile.Write(ref stop, true);
            reader.Join();
            Assert.Equal(3000, l.IntoInner().B);
        });
    }

    [Fact]
    public void Condvar_as_a_bounded_queue_with_timeouts()
    {
        Stress.Rounds(3, _ =>
        {
            const int Items = 1000, Bound = 3;
            var queue = new Mutex<int>(0);
            var notEmpty = new Condvar();
            var notFull = new Condvar();
            int taken = 0;
            Worker.RunAll(4, i =>
            {
                for (int k = 0; k < Items; k++)
                {
                    using var g = queue.Lock();
                    if (i < 2)
                    {
                        while (g.Value == Bound) notFull.Wait(g);
                        g.Value++;
                        notEmpty.NotifyOne();
                    }
                    else
                    {
                        while (!notEmpty.WaitWhile(g, TimeSpan.FromTicks(500 + k), static (ref v) => v == 0)) { }
                        g.Value--;
                        taken++;
                        notFull.NotifyOne();
                    }
                }
            });
            Assert.Equal(2 * Items, taken);
            Assert.Equal(0, queue.IntoInner());
        });
    }

    [Fact]
    public void Locks_Both_dining_philosophers()
    {
        Stress.Rounds(3, _ =>
        {
            var forks = new Mutex<int>[4];
            for (int i = 0; i < forks.Length; i++) forks[i] = new Mutex<int>(0);
            Worker.RunAll(forks.Length, i =>
            {
                for (int k = 0; k < 1000; k++)
                {
                    using var both = Fearless.Locks.Both(forks[i], forks[(i + 1) % forks.Length]);
                    both.A++;
                    both.B++;
                }
            });
            foreach (Mutex<int> fork in forks) Assert.Equal(2000, fork.IntoInner());
        });
    }

    private static void Bump(ref (long A, long B) value)
    {
        Assert.Equal(value.A, value.B);
        value.A++;
        Thread.SpinWait(5);
        value.B++;
    }

    private static void Touch(ref int value, Random random)
    {
        int was = value;
        if (random.Next(8) == 0) Thread.Yield();
        value = was + 1;
    }
}
