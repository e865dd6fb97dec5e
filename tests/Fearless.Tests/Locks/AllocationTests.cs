using System;
using Xunit;

namespace Fearless.Tests.Locks;

public class AllocationTests
{
    [Fact]
    public void Uncontended_locks_allocate_nothing()
    {
        var m = new Mutex<int>(0);
        var n = new Mutex<long>(0);
        var l = new RwLock<int>(0);
        var cv = new Condvar();
        AssertNothing(() =>
        {
            using (var g = m.Lock()) g.Value++;
            using (var g = m.Lock(out bool _)) g.Value++;
            using (var g = m.TryLock()) g.Value++;
            using (var g = m.TryLock(TimeSpan.FromSeconds(1))) g.Value++;
            m.With(static (ref v) => v++);
            m.Replace(1);
            using (var p = Fearless.Locks.Both(m, n)) p.B += p.A;
            using (var g = l.Read()) _ = g.Value;
            using (var g = l.TryRead()) _ = g.Value;
            var w = l.Write();
            w.Value++;
            using (w.Downgrade()) { }
            l.With(static (ref readonly v) => v);
            l.WithMut(static (ref v) => v++);
            cv.NotifyOne();
            cv.NotifyAll();
        });
    }

    [Fact]
    public void Waiting_allocates_nothing_once_the_thread_has_waited_before()
    {
        var m = new Mutex<int>(0);
        var cv = new Condvar();
        AssertNothing(() =>
        {
            using var g = m.Lock();
            cv.Wait(g, TimeSpan.FromTicks(1));
        });
    }

    private static void AssertNothing(Action body)
    {
        for (int i = 0; i < 100; i++) body();
        // Tiering may allocate now and then on this very thread; a leak per call would show in every attempt.
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 20 && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++) body();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.Equal(0, least);
    }
}
