using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Async;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Asynchronous;

public sealed class AsyncRwLockTests
{
    [Fact]
    public async Task AS06_readers_share_and_a_writer_waits_for_them()
    {
        var rw = new AsyncRwLock<int>(1);
        var a = await rw.ReadAsync();
        var b = await rw.ReadAsync();
        Assert.Equal(2, a.Value + b.Value);
        var writing = rw.WriteAsync();
        a.Dispose();
        Assert.False(writing.IsCompleted);
        b.Dispose();
        using var writer = await Eventually.Ends(writing);
        writer.Value = 3;
        Assert.False(rw.TryRead(out _));
        Assert.False(rw.TryWrite(out _));
    }

    [Fact]
    public async Task AS06_a_reader_after_a_queued_writer_waits()
    {
        var rw = new AsyncRwLock<int>(0);
        var first = await rw.ReadAsync();
        var writing = rw.WriteAsync();
        var late = rw.ReadAsync();
        Assert.False(late.IsCompleted);
        Assert.False(rw.TryRead(out _));
        first.Dispose();
        var writer = await Eventually.Ends(writing);
        Assert.False(late.IsCompleted);
        writer.Dispose();
        (await Eventually.Ends(late)).Dispose();
        Assert.True(rw.TryWrite(out _));
    }

    [Fact]
    public async Task AS06_a_cancelled_writer_lets_the_readers_behind_it_in()
    {
        var rw = new AsyncRwLock<int>(0);
        using var first = await rw.ReadAsync();
        using var cancellation = new CancellationTokenSource();
        var writing = rw.WriteAsync(cancellation.Token);
        var reading = rw.ReadAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(writing));
        (await Eventually.Ends(reading)).Dispose();
        Assert.True(rw.ReadAsync(cancellation.Token).IsCanceled);
        Assert.True(rw.WriteAsync(cancellation.Token).IsCanceled);
    }

    [Fact]
    public async Task AS07_with_as_many_readers_as_allowed_the_next_waits()
    {
        var rw = new AsyncRwLock<int>(0, maxReaders: 2);
        var first = await rw.ReadAsync();
        using var second = await rw.ReadAsync();
        Assert.False(rw.TryRead(out _));
        var third = rw.ReadAsync();
        var writing = rw.WriteAsync();
        Assert.False(third.IsCompleted);
        first.Dispose();
        (await Eventually.Ends(third)).Dispose();
        Assert.False(writing.IsCompleted);
        second.Dispose();
        using var downgraded = (await Eventually.Ends(writing)).Downgrade();
        Assert.True(rw.TryRead(out _));
        Assert.False(rw.TryRead(out _));
    }

    [Theory, InlineData(0), InlineData(-1)]
    public void AS07_no_readers_at_all_are_rejected(int maxReaders) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AsyncRwLock<int>(0, maxReaders));

    [Fact]
    public async Task AS08_downgrade_lets_readers_in_and_no_writer_between()
    {
        var rw = new AsyncRwLock<int>(0);
        var writer = await rw.WriteAsync();
        writer.Value = 5;
        var reading = rw.ReadAsync();
        var nextWriter = rw.WriteAsync();
        using var downgraded = writer.Downgrade();
        Assert.Equal(5, downgraded.Value);
        using (var reader = await Eventually.Ends(reading))
        {
            Assert.Equal(5, reader.Value);
            Assert.False(nextWriter.IsCompleted);
        }

        Assert.Throws<ObjectDisposedException>(() => writer.Value);
        Assert.Throws<ObjectDisposedException>(() => writer.Downgrade());
        writer.Dispose();
        Assert.False(nextWriter.IsCompleted);
        downgraded.Dispose();
        (await Eventually.Ends(nextWriter)).Dispose();
    }

    [Fact]
    public void AS08_try_read_and_try_write()
    {
        var rw = new AsyncRwLock<int>(0);
        Assert.True(rw.TryRead(out var reader));
        Assert.True(rw.TryRead(out var second));
        Assert.False(rw.TryWrite(out _));
        reader.Dispose();
        reader.Dispose();
        Assert.False(rw.TryWrite(out _));
        second.Dispose();
        Assert.Throws<ObjectDisposedException>(() => second.Value);
        Assert.True(rw.TryWrite(out var writer));
        Assert.False(rw.TryRead(out _));
        writer.Dispose();
        Assert.True(rw.TryRead(out _));
    }

    [Fact]
    public async Task Writers_exclude_and_readers_never_see_half_a_change()
    {
        var rw = new AsyncRwLock<(int A, int B)>((0, 0));
        await Eventually.Ends(Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(async () =>
        {
            for (var n = 0; n < 300; n++)
            {
                if (i < 2)
                {
                    using var writer = await rw.WriteAsync();
                    writer.Value.A++;
                    await Task.Yield();
                    writer.Value.B++;
                }
                else
                {
                    using var reader = await rw.ReadAsync();
                    Assert.Equal(reader.Value.A, reader.Value.B);
                }
            }
        }))));
        using var end = await rw.ReadAsync();
        Assert.Equal((600, 600), end.Value);
    }
}
