using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Async;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Asynchronous;

public sealed class AsyncOnceLockTests
{
    [Fact]
    public async Task AS36_concurrent_callers_run_one_factory()
    {
        var cell = new AsyncOnceLock<object>();
        var go = new TaskCompletionSource();
        var runs = 0;
        var callers = Enumerable.Range(0, 10).Select(_ => cell.GetOrInitAsync(async _ =>
        {
            Interlocked.Increment(ref runs);
            await go.Task;
            return new object();
        }).AsTask()).ToList();
        Assert.False(cell.TryGet(out _));
        Assert.False(cell.TrySet(new object()));
        go.SetResult();
        var values = await Eventually.Ends(Task.WhenAll(callers));
        Assert.Single(values.Distinct());
        Assert.Equal(1, runs);
        Assert.True(cell.TryGet(out var value));
        Assert.Same(values[0], value);
        Assert.True(cell.GetOrInitAsync(_ => throw new FormatException()).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task AS36_a_factory_that_throws_or_is_cancelled_lets_the_next_one_try()
    {
        var cell = new AsyncOnceLock<int>();
        using var cancel = new CancellationTokenSource();
        var cancelled = cell.GetOrInitAsync(async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return 1;
        }, cancel.Token).AsTask();
        var throwing = cell.GetOrInitAsync(_ => throw new FormatException()).AsTask();
        var making = cell.GetOrInitAsync(_ => Task.FromResult(3)).AsTask();
        Assert.False(throwing.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(cancelled));
        await Assert.ThrowsAsync<FormatException>(() => Eventually.Ends(throwing));
        Assert.Equal(3, await Eventually.Ends(making));
    }

    [Fact]
    public async Task AS36_a_waiter_that_is_cancelled_changes_nothing()
    {
        var cell = new AsyncOnceLock<int>();
        var go = new TaskCompletionSource<int>();
        using var cancel = new CancellationTokenSource();
        var making = cell.GetOrInitAsync(_ => go.Task).AsTask();
        var waiting = cell.GetOrInitAsync(_ => Task.FromResult(2), cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(waiting));
        go.SetResult(1);
        Assert.Equal(1, await Eventually.Ends(making));
        await Assert.ThrowsAsync<ArgumentNullException>(() => cell.GetOrInitAsync(null!).AsTask());
    }

    [Fact]
    public void AS36_set_once()
    {
        var cell = new AsyncOnceLock<string>();
        Assert.False(cell.TryGet(out _));
        Assert.True(cell.TrySet("a"));
        Assert.False(cell.TrySet("b"));
        Assert.True(cell.TryGet(out var value));
        Assert.Equal("a", value);
    }
}
