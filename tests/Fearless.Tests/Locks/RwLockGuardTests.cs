using System;
using Xunit;

namespace Fearless.Tests.Locks;

public class RwLockGuardTests
{
    [Fact]
    public void RW40_A_read_guard_disposed_twice_counts_once()
    {
        var l = new RwLock<int>(1);
        var a = l.Read();
        var copy = a;
        using var b = l.Read();
        a.Dispose();
        a.Dispose();
        copy.Dispose();
        Assert.False(copy.IsHeld);
        Assert.True(b.IsHeld);
        Worker.Start(() => Assert.False(l.TryWrite().IsHeld)).Join();
        bool threw = false;
        try { _ = copy.Value; } catch (ObjectDisposedException) { threw = true; }
        Assert.True(threw);
    }

    [Fact]
    public void RW40_A_copy_of_a_read_guard_does_not_release_a_later_one_in_its_place()
    {
        var l = new RwLock<int>(1);
        var a = l.Read();
        var copy = a;
        a.Dispose();
        using var later = l.Read();
        copy.Dispose();
        Assert.True(later.IsHeld);
        Worker.Start(() => Assert.False(l.TryWrite().IsHeld)).Join();
    }

    [Fact]
    public void RW40_A_copy_of_a_write_guard_never_releases_somebody_elses()
    {
        var l = new RwLock<int>(1);
        var a = l.Write();
        var copy = a;
        a.Dispose();
        using var later = l.Write();
        copy.Dispose();
        Assert.True(later.IsHeld);
        Assert.False(copy.IsHeld);
        bool threw = false;
        try { copy.Value = 5; } catch (ObjectDisposedException) { threw = true; }
        Assert.True(threw);
    }

    [Fact]
    public void RW40_Default_guards_hold_nothing()
    {
        ReadGuard<int> r = default;
        WriteGuard<int> w = default;
        r.Dispose();
        w.Dispose();
        Assert.False(r.IsHeld || w.IsHeld);
        bool threw = false;
        try { _ = r.Value; } catch (ObjectDisposedException) { threw = true; }
        Assert.True(threw);
        threw = false;
        try { w.Value++; } catch (ObjectDisposedException) { threw = true; }
        Assert.True(threw);
    }

    [Fact]
    public void RW41_Guards_stay_on_their_thread_and_may_end_in_any_order()
    {
        Assert.True(typeof(ReadGuard<>).IsByRefLike && typeof(WriteGuard<>).IsByRefLike);
        var l = new RwLock<int>(1);
        // A window of three that slides: no guard ever ends last-in first-out, and the table of holds must not grow or mix them up.
        var a = l.Read();
        var b = l.Read();
        for (int i = 0; i < 1000; i++)
        {
            var c = l.Read();
            a.Dispose();
            a = b;
            b = c;
            Assert.True(a.IsHeld && b.IsHeld);
        }
        a.Dispose();
        Worker.Start(() => Assert.False(l.TryWrite().IsHeld)).Join();
        b.Dispose();
        Assert.True(l.TryWrite(out var w));
        w.Dispose();
    }
}
