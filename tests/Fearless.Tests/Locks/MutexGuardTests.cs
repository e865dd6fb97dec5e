using System;
using Xunit;

namespace Fearless.Tests.Locks;

public class MutexGuardTests
{
    [Fact]
    public void MX49_Guards_cannot_leave_their_thread()
    {
        Assert.True(typeof(MutexGuard<>).IsByRefLike);
        Assert.NotEmpty(typeof(MutexGuard<>).GetCustomAttributes(typeof(NotSendAttribute), false));
    }

    [Fact]
    public void MX50_Disposing_twice_is_harmless()
    {
        var m = new Mutex<int>(1);
        var g = m.Lock();
        g.Dispose();
        using var other = m.Lock();
        g.Dispose();
        Assert.True(other.IsHeld);
        Worker.Start(() => Assert.False(m.TryLock().IsHeld)).Join();
    }

    [Fact]
    public void MX51_A_copy_of_a_disposed_guard_never_releases_a_lock_that_somebody_else_holds()
    {
        var m = new Mutex<int>(1);
        var g = m.Lock();
        var copy = g;
        g.Dispose();
        using var taken = new System.Threading.ManualResetEventSlim();
        using var leave = new System.Threading.ManualResetEventSlim();
        Worker w = Worker.Start(() =>
        {
            using var h = m.Lock();
            taken.Set();
            leave.Wait();
            Assert.True(h.IsHeld);
        });
        taken.Wait();
        copy.Dispose();
        Assert.False(m.TryLock().IsHeld);
        leave.Set();
        w.Join();
    }

    [Fact]
    public void MX51_A_copy_is_stale_even_when_the_same_thread_holds_the_mutex_anew()
    {
        var m = new Mutex<int>(1);
        var g = m.Lock();
        var copy = g;
        g.Dispose();
        using var again = m.Lock();
        copy.Dispose();
        Assert.False(copy.IsHeld);
        Assert.True(again.IsHeld);
    }

    [Fact]
    public void MX52_Value_of_a_copy_of_a_disposed_guard_throws()
    {
        var m = new Mutex<int>(1);
        var g = m.Lock();
        var copy = g;
        g.Dispose();
        string? message = null;
        try { copy.Value++; } catch (ObjectDisposedException e) { message = e.Message; }
        Assert.Contains("Take the lock again", message);
        Assert.False(copy.IsHeld);
        Assert.False(g.IsHeld);
        Assert.Equal(1, m.IntoInner());
    }

    [Fact]
    public void MX53_A_default_guard_disposes_without_effect_and_has_no_value()
    {
        MutexGuard<int> g = default;
        Assert.False(g.IsHeld);
        g.Dispose();
        bool threw = false;
        try { g.Value++; } catch (ObjectDisposedException) { threw = true; }
        Assert.True(threw);
    }

    [Fact]
    public void A_failed_try_has_no_value_and_disposes_without_effect()
    {
        var m = new Mutex<int>(1);
        using var held = m.Lock();
        var g = m.TryLock();
        bool threw = false;
        try { g.Value++; } catch (ObjectDisposedException) { threw = true; }
        g.Dispose();
        Assert.True(threw);
        Assert.True(held.IsHeld);
    }
}
