using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Async;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Asynchronous;

public sealed class AsyncMutexTests
{
    [Fact]
    public async Task AS01_a_second_lock_waits_until_the_first_is_released()
    {
        var mutex = new AsyncMutex<int>(1);
        var first = await mutex.LockAsync();
        first.Value++;
        var second = mutex.LockAsync();
        Assert.False(second.IsCompleted);
        first.Dispose();
        using var guard = await Eventually.Ends(second);
        Assert.Equal(2, guard.Value);
    }

    [Fact]
    public async Task AS02_a_cancelled_waiter_neither_takes_nor_loses_the_lock()
    {
        var mutex = new AsyncMutex<int>(0);
        var holder = await mutex.LockAsync();
        using var cancellation = new CancellationTokenSource();
        var cancelled = mutex.LockAsync(cancellation.Token);
        var next = mutex.LockAsync();
        await cancellation.CancelAsync();
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(cancelled));
        Assert.Equal(cancellation.Token, thrown.CancellationToken);
        Assert.False(next.IsCompleted);
        holder.Dispose();
        (await Eventually.Ends(next)).Dispose();
        Assert.True(mutex.LockAsync(cancellation.Token).IsCanceled);
        Assert.True(mutex.TryLock(out _));
    }

    [Fact]
    public async Task AS02_the_only_waiter_cancelled_leaves_a_lock_that_can_be_released()
    {
        var mutex = new AsyncMutex<int>(0);
        var holder = await mutex.LockAsync();
        using var cancellation = new CancellationTokenSource();
        var cancelled = mutex.LockAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(cancelled));
        holder.Dispose();
        Assert.True(mutex.TryLock(out _));
    }

    [Fact]
    public async Task AS02_cancelling_in_a_race_with_a_release_never_loses_the_lock()
    {
        for (var round = 0; round < 500; round++)
        {
            var mutex = new AsyncMutex<int>(0);
            var holder = await mutex.LockAsync();
            using var cancellation = new CancellationTokenSource();
            var waiting = mutex.LockAsync(cancellation.Token).AsTask();
            var releasing = Task.Run(holder.Dispose);
            await cancellation.CancelAsync();
            try
            {
                (await Eventually.Ends(waiting)).Dispose();
            }
            catch (OperationCanceledException)
            {
                Assert.True(waiting.IsCanceled || waiting.IsFaulted);
            }

            await releasing;
            (await Eventually.Ends(mutex.LockAsync())).Dispose();
        }
    }

    [Fact]
    public async Task AS03_waiters_are_served_first_in_first_out_and_nobody_overtakes()
    {
        var mutex = new AsyncMutex<List<int>>([]);
        var holder = await mutex.LockAsync();
        async Task Append(int i)
        {
            using var guard = await mutex.LockAsync();
            guard.Value.Add(i);
            await Task.Yield();
        }

        var tasks = Enumerable.Range(0, 20).Select(Append).ToList();
        Assert.False(mutex.TryLock(out _));
        holder.Dispose();
        await Eventually.Ends(Task.WhenAll(tasks));
        using var end = await mutex.LockAsync();
        Assert.Equal(Enumerable.Range(0, 20), end.Value);
    }

    [Fact]
    public async Task AS04_try_lock_fails_while_held_and_a_panic_does_not_poison()
    {
        var mutex = new AsyncMutex<int>(0);
        await Assert.ThrowsAsync<FormatException>(async () =>
        {
            using var guard = await mutex.LockAsync();
            Assert.False(mutex.TryLock(out _));
            guard.Value = 5;
            await Task.Yield();
            throw new FormatException();
        });
        Assert.True(mutex.TryLock(out var after));
        Assert.Equal(5, after.Value);
    }

    [Fact]
    public async Task AS05_the_guard_is_held_across_await_and_released_on_another_thread()
    {
        var mutex = new AsyncMutex<int>(0);
        var guard = await mutex.LockAsync();
        Threads.Spawn(guard.Dispose).Join();
        Assert.True(mutex.TryLock(out _));
    }

    [Fact]
    public async Task A_guard_disposed_twice_never_releases_somebody_elses_lock()
    {
        var mutex = new AsyncMutex<int>(0);
        var first = await mutex.LockAsync();
        first.Dispose();
        using var second = await mutex.LockAsync();
        first.Dispose();
        Assert.False(mutex.TryLock(out _));
        Assert.Throws<ObjectDisposedException>(() => first.Value);
    }

    [Fact]
    public async Task Continuations_never_run_inside_dispose()
    {
        var mutex = new AsyncMutex<int>(0);
        var holder = await mutex.LockAsync();
        var inDispose = new ThreadLocal<bool>();
        async Task<bool> Wait()
        {
            using var guard = await mutex.LockAsync().ConfigureAwait(false);
            return inDispose.Value;
        }

        var waiting = Wait();
        inDispose.Value = true;
        holder.Dispose();
        inDispose.Value = false;
        Assert.False(await Eventually.Ends(waiting));
    }

    [Fact]
    public async Task Eight_tasks_exclude_each_other()
    {
        var mutex = new AsyncMutex<int>(0);
        var inside = 0;
        await Eventually.Ends(Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                using var guard = await mutex.LockAsync();
                Assert.Equal(1, Interlocked.Increment(ref inside));
                guard.Value++;
                if (i % 10 == 0)
                {
                    await Task.Yield();
                }

                Interlocked.Decrement(ref inside);
            }
        }))));
        using var end = await mutex.LockAsync();
        Assert.Equal(4000, end.Value);
    }
}
