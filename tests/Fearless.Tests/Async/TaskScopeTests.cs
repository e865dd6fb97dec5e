using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Async;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Asynchronous;

public sealed class TaskScopeTests
{
    private static Task Forever(CancellationToken token) => new TaskCompletionSource().Task.WaitAsync(token);

    [Fact]
    public async Task Every_task_has_ended_when_the_scope_returns()
    {
        var ended = 0;
        var value = await TaskScope.RunAsync(async scope =>
        {
            for (var i = 0; i < 10; i++)
            {
                _ = scope.Spawn(async () =>
                {
                    await Task.Yield();
                    _ = scope.Spawn(() =>
                    {
                        Interlocked.Increment(ref ended);
                        return Task.CompletedTask;
                    });
                    Interlocked.Increment(ref ended);
                });
            }

            return await scope.Spawn(() => Task.FromResult(5));
        });
        Assert.Equal(5, value);
        Assert.Equal(20, ended);
    }

    [Fact]
    public async Task A_failed_task_cancels_the_others_and_its_exception_is_thrown_unchanged()
    {
        var thrown = new FormatException();
        var cancelled = false;
        var caught = await Assert.ThrowsAsync<FormatException>(() => Eventually.Ends(TaskScope.RunAsync(async scope =>
        {
            _ = scope.Spawn(async () =>
            {
                try
                {
                    await Forever(scope.CancellationToken);
                }
                finally
                {
                    cancelled = true;
                }
            });
            _ = scope.Spawn(() => throw thrown);
            await Forever(scope.CancellationToken);
        })));
        Assert.Same(thrown, caught);
        Assert.True(cancelled);
    }

    [Fact]
    public async Task The_bodys_own_exception_wins_after_all_have_ended()
    {
        var thrown = new TimeZoneNotFoundException();
        var ended = false;
        var caught = await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => Eventually.Ends(TaskScope.RunAsync(scope =>
        {
            _ = scope.Spawn(async () =>
            {
                try
                {
                    await Forever(scope.CancellationToken);
                }
                finally
                {
                    ended = true;
                }
            });
            throw thrown;
        })));
        Assert.Same(thrown, caught);
        Assert.True(ended);
    }

    [Fact]
    public async Task Cancelling_from_outside_cancels_the_tasks_and_is_reported()
    {
        using var cancellation = new CancellationTokenSource();
        var running = TaskScope.RunAsync(
            scope =>
            {
                _ = scope.Spawn(() => Forever(scope.CancellationToken));
                return Task.CompletedTask;
            },
            cancellation.Token);
        Assert.False(running.IsCompleted);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(running));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TaskScope.RunAsync(_ => Task.CompletedTask, cancellation.Token));
    }

    [Fact]
    public async Task A_task_that_cancels_itself_is_a_failure()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(TaskScope.RunAsync(scope =>
        {
            _ = scope.Spawn(() => Task.FromCanceled(new CancellationToken(true)));
            return Task.CompletedTask;
        })));
    }

    [Fact]
    public async Task Spawning_into_an_ended_scope_fails()
    {
        AsyncScope? leaked = null;
        await TaskScope.RunAsync(scope =>
        {
            leaked = scope;
            return Task.CompletedTask;
        });
        Assert.Throws<InvalidOperationException>(() => { _ = leaked!.Spawn(() => Task.CompletedTask); });
        Assert.Throws<ArgumentNullException>(() => { _ = TaskScope.RunAsync(null!); });
    }

    [Fact]
    public async Task Many_failures_are_one()
    {
        await Assert.ThrowsAsync<FormatException>(() => Eventually.Ends(TaskScope.RunAsync(scope =>
        {
            for (var i = 0; i < 20; i++)
            {
                _ = scope.Spawn(() => Task.FromException(new FormatException()));
            }

            return Task.CompletedTask;
        })));
    }
}
