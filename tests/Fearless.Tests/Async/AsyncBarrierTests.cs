using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Async;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Asynchronous;

public sealed class AsyncBarrierTests
{
    [Theory, InlineData(0), InlineData(1)]
    public async Task AS35_of_nobody_or_one_does_not_block_and_leads_every_time(int parties)
    {
        var barrier = new AsyncBarrier(parties);
        for (var i = 0; i < 3; i++)
        {
            var waiting = barrier.WaitAsync();
            Assert.True(waiting.IsCompleted);
            Assert.True(await waiting);
        }
    }

    [Fact]
    public async Task AS35_nobody_goes_on_before_the_last_has_come()
    {
        var barrier = new AsyncBarrier(3);
        var a = barrier.WaitAsync().AsTask();
        var b = barrier.WaitAsync().AsTask();
        Assert.False(a.IsCompleted || b.IsCompleted);
        Assert.True(await barrier.WaitAsync());
        Assert.False(await Eventually.Ends(a));
        Assert.False(await Eventually.Ends(b));
        Assert.False(barrier.WaitAsync().IsCompleted);
    }

    [Fact]
    public async Task AS35_each_round_has_exactly_one_leader()
    {
        const int parties = 4, rounds = 200;
        var barrier = new AsyncBarrier(parties);
        var leaders = 0;
        var arrived = 0;
        await Eventually.Ends(Task.WhenAll(Enumerable.Range(0, parties).Select(_ => Task.Run(async () =>
        {
            for (var round = 1; round <= rounds; round++)
            {
                Interlocked.Increment(ref arrived);
                if (await barrier.WaitAsync())
                {
                    Interlocked.Increment(ref leaders);
                }

                Assert.InRange(Volatile.Read(ref arrived), round * parties, int.MaxValue);
            }
        }))));
        Assert.Equal(rounds, leaders);
    }

    [Fact]
    public async Task A_cancelled_waiter_has_not_arrived()
    {
        var barrier = new AsyncBarrier(2);
        using var cancellation = new CancellationTokenSource();
        var cancelled = barrier.WaitAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(cancelled));
        var waiting = barrier.WaitAsync();
        Assert.False(waiting.IsCompleted);
        Assert.True(barrier.WaitAsync(cancellation.Token).IsCanceled);
        Assert.True(await barrier.WaitAsync());
        Assert.False(await Eventually.Ends(waiting));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AsyncBarrier(-1));
    }
}
