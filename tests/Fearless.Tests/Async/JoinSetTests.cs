using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Async;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Asynchronous;

public sealed class JoinSetTests
{
    private static async Task<int> Forever(CancellationToken token)
    {
        var never = new TaskCompletionSource<int>();
        return await never.Task.WaitAsync(token);
    }

    [Fact]
    public async Task AS37_tasks_are_joined_as_they_finish_and_an_empty_set_gives_null()
    {
        await using var set = new JoinSet<int>();
        Assert.Null(await set.JoinNextAsync());
        var gate = new TaskCompletionSource<int>();
        set.Spawn(_ => gate.Task);
        set.Spawn(_ => Task.FromResult(1));
        Assert.Equal(2, set.Count);
        Assert.Equal(1, (await Eventually.Ends(set.JoinNextAsync()))!.Value.Value);
        var next = set.JoinNextAsync();
        Assert.False(next.IsCompleted);
        gate.SetResult(2);
        Assert.Equal(2, (await Eventually.Ends(next))!.Value.Value);
        Assert.Null(await set.JoinNextAsync());
        Assert.Equal(0, set.Count);
    }

    [Fact]
    public async Task AS37_a_panic_is_a_result_and_the_rest_go_on()
    {
        await using var set = new JoinSet<int>();
        var thrown = new FormatException();
        set.Spawn(_ => throw thrown);
        Assert.Same(thrown, (await Eventually.Ends(set.JoinNextAsync()))!.Value.Panic);
        set.SpawnBlocking(_ => throw thrown);
        Assert.Same(thrown, (await Eventually.Ends(set.JoinNextAsync()))!.Value.Panic);
        set.SpawnBlocking(_ => Thread.CurrentThread.IsThreadPoolThread ? 0 : 7);
        Assert.Equal(7, (await Eventually.Ends(set.JoinNextAsync()))!.Value.Value);
    }

    [Fact]
    public async Task AS38_disposing_cancels_all_and_waits()
    {
        var ended = false;
        var started = new TaskCompletionSource();
        var set = new JoinSet<int>();
        set.Spawn(async token =>
        {
            started.SetResult();
            try
            {
                return await Forever(token);
            }
            finally
            {
                ended = true;
            }
        });
        await Eventually.Ends(started.Task);
        await Eventually.Ends(set.DisposeAsync());
        Assert.True(ended);
        await set.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => set.Spawn(_ => Task.FromResult(1)));
    }

    [Fact]
    public async Task AS38_cancel_all_then_join_next_gives_cancelled_results_and_the_set_goes_on()
    {
        await using var set = new JoinSet<int>();
        set.Spawn(Forever);
        set.Spawn(Forever);
        set.CancelAll();
        for (var i = 0; i < 2; i++)
        {
            Assert.IsAssignableFrom<OperationCanceledException>((await Eventually.Ends(set.JoinNextAsync()))!.Value.Panic);
        }

        set.Spawn(token => Task.FromResult(token.IsCancellationRequested ? 0 : 1));
        Assert.Equal(1, (await Eventually.Ends(set.JoinNextAsync()))!.Value.Value);
    }

    [Fact]
    public async Task AS38_join_all_gives_all_values()
    {
        await using var set = new JoinSet<int>();
        for (var i = 0; i < 50; i++)
        {
            set.Spawn(async _ =>
            {
                await Task.Yield();
                return i;
            });
        }

        Assert.Equal(50, (await Eventually.Ends(set.JoinAllAsync())).Count);
        Assert.Empty(await set.JoinAllAsync());
    }

    [Fact]
    public async Task AS38_join_all_panics_if_one_failed_after_the_rest_were_cancelled()
    {
        await using var set = new JoinSet<int>();
        var thrown = new FormatException();
        set.Spawn(Forever);
        set.Spawn(_ => Task.FromException<int>(thrown));
        Assert.Same(thrown, (await Assert.ThrowsAsync<PanicException>(() => Eventually.Ends(set.JoinAllAsync()))).InnerException);
        Assert.Equal(0, set.Count);
    }

    [Fact]
    public async Task AS38_try_join_next_never_waits()
    {
        await using var set = new JoinSet<int>();
        var gate = new TaskCompletionSource<int>();
        set.Spawn(_ => gate.Task);
        Assert.False(set.TryJoinNext(out _));
        gate.SetResult(3);
        var got = default(JoinResult<int>);
        Eventually.True(() => set.TryJoinNext(out got));
        Assert.Equal(3, got.Value);
    }

    [Fact]
    public async Task AS38_detached_tasks_go_on_without_the_set()
    {
        var set = new JoinSet<int>();
        var gate = new TaskCompletionSource();
        var ended = new TaskCompletionSource<bool>();
        set.Spawn(async token =>
        {
            await gate.Task;
            ended.SetResult(token.IsCancellationRequested);
            return 1;
        });
        var waiting = set.JoinNextAsync();
        set.DetachAll();
        Assert.Null(await Eventually.Ends(waiting));
        Assert.Equal(0, set.Count);
        set.Spawn(_ => Task.FromResult(2));
        Assert.Equal(2, (await Eventually.Ends(set.JoinNextAsync()))!.Value.Value);
        await Eventually.Ends(set.DisposeAsync());
        gate.SetResult();
        Assert.False(await Eventually.Ends(ended.Task));
        set.DetachAll();
    }

    [Fact]
    public async Task A_cancelled_wait_loses_no_result()
    {
        await using var set = new JoinSet<int>();
        var gate = new TaskCompletionSource<int>();
        set.Spawn(_ => Task.FromResult(1));
        set.Spawn(_ => gate.Task);
        using var cancellation = new CancellationTokenSource();
        var all = set.JoinAllAsync(cancellation.Token);
        var next = set.JoinNextAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(all));
        gate.SetResult(2);
        var left = set.Count;
        Assert.InRange(left, 1, 2);
        Assert.Equal(left, (await Eventually.Ends(set.JoinAllAsync())).Count);
        Assert.True(next.IsCompleted);
    }

    [Fact]
    public async Task The_outer_token_cancels_the_tasks()
    {
        using var cancellation = new CancellationTokenSource();
        await using var set = new JoinSet<int>(cancellation.Token);
        set.Spawn(Forever);
        await cancellation.CancelAsync();
        Assert.IsAssignableFrom<OperationCanceledException>((await Eventually.Ends(set.JoinNextAsync()))!.Value.Panic);
    }

    [Fact]
    public async Task Results_that_nobody_took_are_disposed_with_the_set()
    {
        var result = new Droppable();
        var set = new JoinSet<Droppable>();
        set.Spawn(_ => Task.FromResult(result));
        await set.DisposeAsync();
        Assert.Equal(1, result.Drops);
        Assert.Throws<ArgumentNullException>(() => set.Spawn(null!));
        Assert.Throws<ArgumentNullException>(() => set.SpawnBlocking(null!));
    }
}
