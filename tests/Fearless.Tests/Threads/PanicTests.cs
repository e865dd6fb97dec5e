using System;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Threading;

public sealed class PanicTests
{
    private sealed class UserException(int code) : Exception
    {
        public int Code { get; } = code;
    }

    [Fact]
    public void TH08_a_panic_makes_join_fail_and_does_not_end_the_process()
    {
        var handle = Threads.Spawn(void () => throw new InvalidOperationException("no"));
        var panic = Assert.Throws<PanicException>(handle.Join);
        Assert.IsType<InvalidOperationException>(panic.InnerException);
        Assert.Contains("no", panic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TH09_the_payload_is_the_exception_object_itself()
    {
        var thrown = new UserException(5);
        Assert.Same(thrown, Threads.Spawn(void () => throw thrown).JoinPanic());
        var result = Threads.Spawn(int () => throw thrown).JoinResult();
        Assert.False(result.IsOk);
        Assert.Same(thrown, result.Panic);
        Assert.Same(thrown, Assert.Throws<PanicException>(() => result.Value).InnerException);
        Assert.Same(thrown, Assert.Throws<PanicException>(() => Threads.Spawn(int () => throw thrown).Join()).InnerException);
        Assert.False(result.TryGetValue(out _));
    }

    [Fact]
    public void TH26_panicking_is_seen_by_what_unwinding_runs()
    {
        Assert.False(Threads.IsPanicking);
        var seen = false;
        try
        {
            using var probe = new Droppable(() => seen = Threads.IsPanicking);
            throw new UserException(1);
        }
        catch (UserException)
        {
            Assert.True(seen);
        }

        using (new Droppable(() => seen = Threads.IsPanicking))
        {
            Assert.True(seen);
        }

        Assert.False(seen);
        Assert.False(Threads.IsPanicking);
    }

    [Fact]
    public void TH30_joining_oneself_fails_instead_of_hanging()
    {
        using var ready = new ManualResetEventSlim();
        JoinHandle? self = null;
        self = Threads.Spawn(() =>
        {
            Eventually.Set(ready);
            self!.Join();
        });
        ready.Set();
        Assert.IsType<InvalidOperationException>(self.JoinPanic());
    }

    [Fact]
    public void TH31_an_interrupted_thread_reports_that_as_its_failure()
    {
        var handle = Threads.Spawn(Threads.Park);
        handle.Thread.Interrupt();
        Assert.IsType<ThreadInterruptedException>(handle.JoinPanic());
    }

    [Fact]
    public void An_interrupted_join_may_be_repeated()
    {
        using var gate = new ManualResetEventSlim();
        var worker = Threads.Spawn(() =>
        {
            Eventually.Set(gate);
            return 3;
        });
        var joiner = Threads.Spawn(() =>
        {
            Assert.Throws<ThreadInterruptedException>(() => worker.Join());
            gate.Set();
            return worker.Join();
        });
        Eventually.Blocked(joiner);
        joiner.Thread.Interrupt();
        Assert.Equal(3, Eventually.Joins(joiner));
    }

    [Fact]
    public void The_value_is_handed_out_once()
    {
        var handle = Threads.Spawn(() => 1);
        Assert.Equal(1, handle.Join());
        Assert.Throws<InvalidOperationException>(() => handle.Join());
        Assert.Throws<InvalidOperationException>(() => handle.JoinResult());
        Assert.Throws<InvalidOperationException>(() => handle.TryJoin(TimeSpan.Zero, out _));
        Assert.Throws<InvalidOperationException>(() => { _ = handle.AsTask(); });
    }

    [Fact]
    public async Task A_handle_becomes_a_task_that_ends_with_the_thread()
    {
        using var gate = new ManualResetEventSlim();
        var task = Threads.Spawn(() =>
        {
            Eventually.Set(gate);
            return 2;
        }).AsTask();
        Assert.False(task.IsCompleted);
        gate.Set();
        Assert.Equal(2, await Eventually.Ends(task));

        var thrown = new UserException(1);
        Assert.Same(thrown, (await Assert.ThrowsAsync<PanicException>(() => Threads.Spawn(int () => throw thrown).AsTask())).InnerException);
        Assert.Same(thrown, (await Assert.ThrowsAsync<PanicException>(() => Threads.Spawn(void () => throw thrown).AsTask())).InnerException);
        await Eventually.Ends(Threads.Spawn(() => { }).AsTask());
    }

    [Fact]
    public void A_handle_without_a_value_may_be_joined_again()
    {
        var handle = Threads.Spawn(() => { });
        handle.Join();
        handle.Join();
        Assert.Null(handle.JoinPanic());
        Assert.True(handle.TryJoin(TimeSpan.Zero));
    }

    [Fact]
    public void A_timed_join_throws_the_panic_as_the_untimed_one_does()
    {
        var handle = Threads.Spawn(void () => throw new UserException(1));
        Eventually.True(() => handle.IsFinished);
        Assert.Throws<PanicException>(() => handle.TryJoin(TimeSpan.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => handle.TryJoin(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public void Catch_returns_the_value_or_the_exception_itself()
    {
        Assert.Equal(5, Threads.Catch(() => 5).Value);
        var thrown = new UserException(3);
        Assert.Same(thrown, Threads.Catch(int () => throw thrown).Panic);
    }

    [Fact]
    public void A_default_result_is_neither()
    {
        var result = default(JoinResult<int>);
        Assert.False(result.IsOk);
        Assert.Null(result.Panic);
        Assert.Throws<InvalidOperationException>(() => result.Value);
    }
}
