using System;
using System.Threading;
using Xunit;

namespace Fearless.Tests.Locks;

public class RwLockDowngradeTests
{
    [Fact]
    public void RW21_Downgrade_reads_what_was_written_and_spends_the_write_guard()
    {
        var l = new RwLock<int>(1);
        var w = l.Write();
        w.Value = 2;
        using (var r = w.Downgrade())
        {
            Assert.Equal(2, r.Value);
            Assert.False(w.IsHeld);
            w.Dispose();
            Assert.True(r.IsHeld);
            Worker.Start(() =>
            {
                Assert.True(l.TryRead(out var also));
                also.Dispose();
                Assert.False(l.TryWrite().IsHeld);
            }).Join();
            bool threw = false;
            try { w.Downgrade(); } catch (ObjectDisposedException) { threw = true; }
            Assert.True(threw);
        }
        Assert.True(l.TryWrite(out var free));
        free.Dispose();
    }

    [Fact]
    public void RW22_What_is_read_after_a_downgrade_is_what_was_written()
    {
        const int Writers = 20, Rounds = 100;
        var l = new RwLock<int>(0);
        Worker.RunAll(Writers, _ =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                var w = l.Write();
                int written = ++w.Value;
                using var r = w.Downgrade();
                Assert.Equal(written, r.Value);
            }
        });
        Assert.Equal(Writers * Rounds, l.IntoInner());
    }

    [Fact]
    public void RW23_No_writer_comes_between()
    {
        const int Writers = 19;
        var l = new RwLock<int>(0);
        var w = l.Write();
        var workers = new Worker[Writers];
        for (int i = 0; i < Writers; i++)
        {
            workers[i] = Worker.Start(() => { using var g = l.Write(); g.Value++; });
            workers[i].AwaitBlocked();
        }
        w.Value = -1;
        using (var r = w.Downgrade())
        {
            foreach (Worker worker in workers) worker.AwaitBlocked();
            Assert.Equal(-1, r.Value);
        }
        foreach (Worker worker in workers) worker.Join();
        Assert.Equal(Writers - 1, l.IntoInner());
    }

    [Fact]
    public void RW24_Downgrade_lets_waiting_readers_in_at_once_before_a_waiting_writer()
    {
        var l = new RwLock<int>(1);
        var w = l.Write();
        Worker writer = Worker.Start(() => { using var g = l.Write(); g.Value = 3; });
        writer.AwaitBlocked();
        Worker reader = Worker.Start(() => { using var g = l.Read(); Assert.Equal(2, g.Value); });
        reader.AwaitBlocked();
        w.Value = 2;
        using (w.Downgrade()) reader.Join();
        writer.Join();
        Assert.Equal(3, l.IntoInner());
    }
}
