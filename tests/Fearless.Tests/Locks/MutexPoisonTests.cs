using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Fearless.Tests.Locks;

public class MutexPoisonTests
{
    private static void Poison<T>(Mutex<T> m) => Expect.Throws<Boom>(() => { using var g = m.Lock(); throw new Boom(); });

    [Fact]
    public void MX19_MX59_Each_panic_releases_and_none_is_lost()
    {
        const int Threads = 10, Rounds = 200;
        var m = new Mutex<int>(0);
        Worker.RunAll(Threads, _ =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                try
                {
                    using var g = m.Lock(out bool _);
                    g.Value++;
                    throw new Boom();
                }
                catch (Boom)
                {
                    m.ClearPoison();
                }
            }
        });
        using var end = m.Lock(out bool _);
        Assert.Equal(Threads * Rounds, end.Value);
    }

    [Fact]
    public void MX20_MX21_A_lock_taken_while_unwinding_keeps_its_change_and_does_not_poison()
    {
        var m = new Mutex<int>(1);
        Expect.Throws<Boom>(() =>
        {
            try { throw new Boom(); }
            finally { using var g = m.Lock(); g.Value = 2; }
        });
        Assert.False(m.IsPoisoned);
        Assert.Equal(2, m.IntoInner());
    }

    [Fact]
    public void MX22_MX23_A_panic_under_the_guard_poisons_on_every_thread()
    {
        var m = new Mutex<int>(1);
        Assert.False(m.IsPoisoned);
        Assert.IsType<Boom>(Worker.Start(() => { using var g = m.Lock(); throw new Boom(); }).JoinFailure());
        Assert.True(m.IsPoisoned);
        Expect.Throws<PoisonedException>(() => m.Lock().Dispose());
        Expect.Throws<PoisonedException>(() => m.With(static (ref _) => { }));
        Assert.IsType<PoisonedException>(Worker.Start(() => m.Lock().Dispose()).JoinFailure());
    }

    [Fact]
    public void MX24_After_poisoning_the_mutex_is_free()
    {
        var m = new Mutex<int>(1);
        Poison(m);
        Expect.Throws<PoisonedException>(() => m.TryLock().Dispose());
        Expect.Throws<PoisonedException>(() => m.TryLock(out _));
        Expect.Throws<PoisonedException>(() => m.TryLock(TimeSpan.FromSeconds(1)).Dispose());
        using var g = m.Lock(out bool wasPoisoned);
        Assert.True(wasPoisoned);
    }

    [Fact]
    public void MX25_MX26_The_guard_of_a_poisoned_mutex_is_real_and_others_are_told_it_is_held()
    {
        var m = new Mutex<int>(1);
        Poison(m);
        using var g = m.Lock(out bool wasPoisoned);
        Assert.True(wasPoisoned);
        g.Value = 5;
        Assert.Equal(5, g.Value);
        Worker.Start(() => Assert.False(m.TryLock().IsHeld)).Join();
        Assert.False(m.TryLock().IsHeld);
    }

    [Fact]
    public void MX27_MX28_Recovering_leaves_it_poisoned_until_ClearPoison()
    {
        var m = new Mutex<int>(1);
        Poison(m);
        using (m.Lock(out _)) { }
        Assert.True(m.IsPoisoned);
        m.ClearPoison();
        Assert.False(m.IsPoisoned);
        using var g = m.Lock(out bool wasPoisoned);
        Assert.False(wasPoisoned);
    }

    [Fact]
    public void MX29_ClearPoison_while_another_thread_holds()
    {
        var m = new Mutex<int>(1);
        Poison(m);
        using (m.Lock(out _))
        {
            Worker.Start(m.ClearPoison).Join();
            Assert.False(m.IsPoisoned);
        }
        Assert.False(m.IsPoisoned);
        m.Lock().Dispose();
    }

    [Fact]
    public void MX30_MX32_MX33_MX34_Copying_taking_and_replacing_fail_on_a_poisoned_mutex_and_keep_the_value()
    {
        var m = new Mutex<string>("old");
        Poison(m);
        Expect.Throws<PoisonedException>(() => m.With(static (ref v) => v));
        Expect.Throws<PoisonedException>(() => m.IntoInner());
        Expect.Throws<PoisonedException>(() => m.Replace("new"));
        using (var g = m.Lock(out bool _)) Assert.Equal("old", g.Value);
        m.ClearPoison();
        Assert.Equal("old", m.IntoInner());
    }

    [Fact]
    public void MX35_MX36_A_panic_while_a_part_is_borrowed_unlocks_and_poisons()
    {
        var m = new Mutex<int[]>([1, 2]);
        Expect.Throws<Boom>(() =>
        {
            using var g = m.Lock();
            ref int part = ref g.Value[1];
            part = Throw(ref part);
        });
        Expect.Throws<PoisonedException>(() => m.TryLock().Dispose());
        m.ClearPoison();
        Expect.Throws<Boom>(() => m.With((ref v) => Throw(ref v[0])));
        Assert.True(m.IsPoisoned);
        Assert.True(Free(m));
    }

    [Fact]
    public void MX37_A_panic_that_is_caught_inside_the_scope_does_not_poison()
    {
        var m = new Mutex<int>(1);
        using (m.Lock())
        {
            try { throw new Boom(); } catch (Boom) { }
        }
        Assert.False(m.IsPoisoned);
    }

    [Fact]
    public void MX38_A_panic_after_the_guard_is_gone_does_not_poison()
    {
        var m = new Mutex<int>(1);
        Expect.Throws<Boom>(() =>
        {
            using (m.Lock()) { }
            throw new Boom();
        });
        Expect.Throws<Boom>(() =>
        {
            using var g = m.Lock();
            g.Dispose();
            throw new Boom();
        });
        Assert.False(m.IsPoisoned);
    }

    [Fact]
    public void MX39_A_panic_caught_outside_the_scope_on_the_same_thread_poisons()
    {
        var m = new Mutex<int>(1);
        try { using (m.Lock()) throw new Boom(); } catch (Boom) { }
        Assert.True(m.IsPoisoned);
    }

    [Fact]
    public void MX40_A_leaked_guard_leaves_it_locked_and_not_poisoned()
    {
        var m = new Mutex<int>(1);
        Assert.IsType<Boom>(Worker.Start(() =>
        {
            _ = m.Lock();
            throw new Boom();
        }).JoinFailure());
        Assert.False(m.IsPoisoned);
        Assert.False(m.TryLock().IsHeld);
    }

    [Fact]
    public void MX48_The_message_says_what_happened_and_what_to_do()
    {
        string text = new PoisonedException().Message;
        Assert.StartsWith("poisoned lock: another task failed inside", text);
        Assert.Contains("ClearPoison", text);
        var inner = new Boom();
        Assert.Same(inner, new PoisonedException("m", inner).InnerException);
        Assert.Equal("m", new PoisonedException("m").Message);
    }

    [Fact]
    public async Task MX54_Rethrow_false_filter_finally_async_and_iterator_all_poison()
    {
        var m = new Mutex<int>(1);
        AssertPoisons(m, () => { using var g = m.Lock(); try { throw new Boom(); } catch { throw; } });
        AssertPoisons(m, () => { using var g = m.Lock(); try { throw new Boom(); } catch (Boom) when (m.IsPoisoned) { } });
        AssertPoisons(m, () => { using var g = m.Lock(); try { throw new Boom(); } finally { GC.KeepAlive(m); } });
        AssertPoisons(m, () => { foreach (int _ in Iterate(m)) { } });
        await Assert.ThrowsAsync<Boom>(() => Asynchronous(m));
        Assert.True(m.IsPoisoned);
    }

    [Fact]
    public void MX55_A_lock_inside_a_catch_or_a_finally_that_an_exception_runs_does_not_poison()
    {
        var m = new Mutex<int>(1);
        try { throw new Boom(); } catch (Boom) { using var g = m.Lock(); }
        Expect.Throws<Boom>(() =>
        {
            try { throw new Boom(); }
            finally { using (m.Lock()) { try { throw new InvalidOperationException(); } catch (InvalidOperationException) { } } }
        });
        Assert.False(m.IsPoisoned);
    }

    [Fact]
    public void MX56_A_second_exception_that_escapes_a_lock_taken_in_a_catch_poisons()
    {
        var m = new Mutex<int>(1);
        Expect.Throws<InvalidOperationException>(() =>
        {
            try { throw new Boom(); }
            catch (Boom)
            {
                using var g = m.Lock();
                throw new InvalidOperationException();
            }
        });
        Assert.True(m.IsPoisoned);
    }

    [Fact]
    [SuppressMessage("Reliability", "CA2000", Justification = "The exception is the point.")]
    public void MX57_A_hardware_exception_poisons()
    {
        var m = new Mutex<string?>(null);
        Expect.Throws<NullReferenceException>(() => { using var g = m.Lock(); _ = g.Value!.Length; });
        Assert.True(m.IsPoisoned);
        m.ClearPoison();
        int zero = Environment.ProcessorCount * 0;
        Expect.Throws<DivideByZeroException>(() => { using var g = m.Lock(); _ = 1 / zero; });
        Assert.True(m.IsPoisoned);
    }

    [Fact]
    public void MX58_An_interrupted_waiter_leaves_no_trace()
    {
        var m = new Mutex<int>(1);
        var g = m.Lock();
        Worker interrupted = Worker.Start(() => m.Lock().Dispose());
        interrupted.AwaitBlocked();
        Worker patient = Worker.Start(() => { using var h = m.Lock(); h.Value = 2; });
        patient.AwaitBlocked();
        interrupted.Interrupt();
        Assert.IsType<ThreadInterruptedException>(interrupted.JoinFailure());
        g.Dispose();
        patient.Join();
        Assert.False(m.IsPoisoned);
        Assert.Equal(2, m.IntoInner());
    }

    [Fact]
    public void A_guard_taken_before_and_disposed_inside_an_unrelated_catch_is_the_documented_difference()
    {
        // Rust's catch comes after the unwinding and would not poison; the runtime cannot tell a catch block from a finally block.
        var m = new Mutex<int>(1);
        var g = m.Lock();
        try { throw new Boom(); } catch (Boom) { g.Dispose(); }
        Assert.True(m.IsPoisoned);
    }

    private static void AssertPoisons(Mutex<int> m, Action body)
    {
        Assert.False(m.IsPoisoned);
        Expect.Throws<Boom>(body);
        Assert.True(m.IsPoisoned);
        m.ClearPoison();
    }

    private static IEnumerable<int> Iterate(Mutex<int> m)
    {
        yield return 1;
        using (m.Lock()) throw new Boom();
    }

    private static async Task Asynchronous(Mutex<int> m)
    {
        await Task.Yield();
        using (m.Lock()) throw new Boom();
    }

    private static bool Free(Mutex<int[]> m)
    {
        using var g = m.Lock(out bool _);
        return g.IsHeld;
    }

    private static int Throw(ref int _) => throw new Boom();
}
