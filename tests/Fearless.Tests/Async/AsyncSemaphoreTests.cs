using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Async;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Asynchronous;

public sealed class AsyncSemaphoreTests
{
    [Fact]
    public void AS09_a_try_on_nothing_says_no_permits()
    {
        var semaphore = new AsyncSemaphore(0);
        Assert.Equal(TryAcquireResult.NoPermits, semaphore.TryAcquire(out var none));
        Assert.Null(none);
        semaphore.AddPermits(2);
        Assert.Equal(TryAcquireResult.NoPermits, semaphore.TryAcquireMany(3, out _));
        Assert.Equal(TryAcquireResult.Acquired, semaphore.TryAcquireMany(2, out var permit));
        Assert.Equal((2, 0), (permit!.Count, semaphore.AvailablePermits));
        permit.Dispose();
        permit.Dispose();
        Assert.Equal((0, 2), (permit.Count, semaphore.AvailablePermits));
    }

    [Fact]
    public async Task AS09_added_permits_wake_waiters_in_order()
    {
        var semaphore = new AsyncSemaphore(0);
        var waiting = Enumerable.Range(0, 3).Select(_ => semaphore.AcquireAsync().AsTask()).ToList();
        for (var i = 0; i < 3; i++)
        {
            Assert.All(waiting.Skip(i), task => Assert.False(task.IsCompleted));
            semaphore.AddPermits(1);
            await Eventually.Ends(waiting[i]);
        }

        (await waiting[1]).Dispose();
        Assert.Equal(1, semaphore.AvailablePermits);
    }

    [Fact]
    public async Task AS09_who_wants_many_is_not_overtaken_by_who_wants_few()
    {
        var semaphore = new AsyncSemaphore(2);
        var many = semaphore.AcquireManyAsync(3).AsTask();
        var few = semaphore.AcquireAsync().AsTask();
        Assert.Equal(TryAcquireResult.NoPermits, semaphore.TryAcquire(out _));
        Assert.Equal(0, semaphore.AvailablePermits);
        Assert.True(semaphore.AcquireManyAsync(0).IsCompletedSuccessfully);
        Assert.False(many.IsCompleted || few.IsCompleted);
        semaphore.AddPermits(1);
        var permits = await Eventually.Ends(many);
        Assert.False(few.IsCompleted);
        permits.Dispose();
        await Eventually.Ends(few);
        Assert.Equal(2, semaphore.AvailablePermits);
    }

    [Fact]
    public async Task AS10_close_fails_who_waits_and_who_comes_and_permits_stay_valid()
    {
        var semaphore = new AsyncSemaphore(1);
        var permit = await semaphore.AcquireAsync();
        var waiting = semaphore.AcquireAsync();
        semaphore.Close();
        semaphore.Close();
        Assert.True(semaphore.IsClosed);
        await Assert.ThrowsAsync<SemaphoreClosedException>(() => Eventually.Ends(waiting));
        await Assert.ThrowsAsync<SemaphoreClosedException>(() => Eventually.Ends(semaphore.AcquireManyAsync(0)));
        permit.Dispose();
        Assert.Equal(1, semaphore.AvailablePermits);
        Assert.Equal(TryAcquireResult.Closed, semaphore.TryAcquire(out _));
    }

    [Fact]
    public void AS10_forgotten_permits_are_gone()
    {
        var semaphore = new AsyncSemaphore(5);
        semaphore.TryAcquireMany(2, out var permit);
        permit!.Forget();
        permit.Dispose();
        Assert.Equal(3, semaphore.AvailablePermits);
        Assert.Equal(1, semaphore.ForgetPermits(1));
        Assert.Equal(2, semaphore.ForgetPermits(9));
        Assert.Equal(0, semaphore.AvailablePermits);
        var waiting = semaphore.AcquireManyAsync(2);
        semaphore.AddPermits(1);
        Assert.Equal(0, semaphore.ForgetPermits(1));
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public void AS10_permits_merge_and_split()
    {
        var semaphore = new AsyncSemaphore(5);
        semaphore.TryAcquireMany(3, out var a);
        semaphore.TryAcquireMany(2, out var b);
        Assert.Null(a!.Split(4));
        var half = a.Split(1)!;
        Assert.Equal((2, 1), (a.Count, half.Count));
        b!.Merge(half);
        Assert.Equal((3, 0), (b.Count, half.Count));
        half.Dispose();
        Assert.Equal(0, semaphore.AvailablePermits);
        b.Dispose();
        a.Dispose();
        Assert.Equal(5, semaphore.AvailablePermits);
        new AsyncSemaphore(1).TryAcquire(out var foreign);
        Assert.Throws<ArgumentException>(() => a.Merge(foreign!));
        Assert.Throws<ArgumentException>(() => a.Merge(a));
        Assert.Throws<ArgumentNullException>(() => a.Merge(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => a.Split(-1));
    }

    [Fact]
    public void AS11_the_most_permits_are_accepted_and_one_more_is_not()
    {
        var semaphore = new AsyncSemaphore(AsyncSemaphore.MaxPermits);
        Assert.Throws<ArgumentOutOfRangeException>(() => semaphore.AddPermits(1));
        Assert.Equal(AsyncSemaphore.MaxPermits, semaphore.AvailablePermits);
        var empty = new AsyncSemaphore(0);
        empty.AddPermits(AsyncSemaphore.MaxPermits);
        Assert.Equal(TryAcquireResult.Acquired, empty.TryAcquireMany(AsyncSemaphore.MaxPermits, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AsyncSemaphore(AsyncSemaphore.MaxPermits + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AsyncSemaphore(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => empty.AddPermits(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => empty.ForgetPermits(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => { empty.TryAcquireMany(-1, out _); });
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = empty.AcquireManyAsync(AsyncSemaphore.MaxPermits + 1); });
    }

    [Fact]
    public async Task AS12_a_cancelled_waiter_loses_nothing_and_lets_those_behind_it_in()
    {
        var semaphore = new AsyncSemaphore(2);
        using var cancellation = new CancellationTokenSource();
        var many = semaphore.AcquireManyAsync(3, cancellation.Token);
        var few = semaphore.AcquireAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(many));
        await Eventually.Ends(few);
        Assert.Equal(1, semaphore.AvailablePermits);
        Assert.True(semaphore.AcquireAsync(cancellation.Token).IsCanceled);
    }

    [Fact]
    public async Task AS12_cancelling_in_a_race_with_a_release_never_loses_a_permit()
    {
        for (var round = 0; round < 300; round++)
        {
            var semaphore = new AsyncSemaphore(1);
            var holder = await semaphore.AcquireAsync();
            using var cancellation = new CancellationTokenSource();
            var waiting = semaphore.AcquireAsync(cancellation.Token).AsTask();
            var releasing = Task.Run(holder.Dispose);
            await cancellation.CancelAsync();
            try
            {
                (await Eventually.Ends(waiting)).Dispose();
            }
            catch (OperationCanceledException)
            {
                Assert.False(waiting.IsCompletedSuccessfully);
            }

            await releasing;
            Assert.Equal(1, semaphore.AvailablePermits);
        }
    }

    [Fact]
    public async Task Never_more_inside_than_there_are_permits()
    {
        var semaphore = new AsyncSemaphore(3);
        var inside = 0;
        await Eventually.Ends(Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            for (var n = 0; n < 300; n++)
            {
                using var permit = await semaphore.AcquireManyAsync(1 + (i % 3));
                Assert.InRange(Interlocked.Add(ref inside, permit.Count), 1, 3);
                await Task.Yield();
                Interlocked.Add(ref inside, -permit.Count);
            }
        }))));
        Assert.Equal(3, semaphore.AvailablePermits);
    }

    // tokio's reserve: its bounded channel is a semaphore in front of an unbounded one, and so is this.
    [Fact]
    public async Task AS23_a_permit_in_front_of_an_unbounded_channel_is_a_place_for_a_later_send()
    {
        var places = new AsyncSemaphore(2);
        var (sender, receiver) = Mpsc.Channel<(int Value, SemaphorePermit Place)>();
        var first = await places.AcquireAsync();
        var second = await places.AcquireAsync();
        var third = places.AcquireAsync();
        Assert.False(third.IsCompleted);
        Assert.Equal(TryAcquireResult.NoPermits, places.TryAcquireMany(3, out _));
        first.Dispose();
        sender.Send((1, second));
        sender.Send((2, await Eventually.Ends(third)));
        var got = new List<int>();
        foreach (var (value, place) in receiver.TryIter())
        {
            got.Add(value);
            place.Dispose();
        }

        Assert.Equal([1, 2], got);
        Assert.Equal(2, places.AvailablePermits);
    }
}
