using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Threading;

public sealed class ParkTests
{
    [Fact]
    public void TH15_unpark_before_park_makes_park_return_at_once()
    {
        for (var i = 0; i < 10; i++)
        {
            Threads.Unpark(Thread.CurrentThread);
            Threads.Park();
        }
    }

    [Fact]
    public void TH16_unpark_from_another_thread_releases_park() => Repeat.Run(10, _ =>
    {
        using var ready = new ManualResetEventSlim();
        var handle = Threads.Spawn(() =>
        {
            ready.Set();
            Threads.Park();
            return 1;
        });
        Eventually.Set(ready);
        handle.Unpark();
        Assert.Equal(1, Eventually.Joins(handle));
    });

    [Fact]
    public void TH17_two_unparks_are_one_token()
    {
        Threads.Unpark(Thread.CurrentThread);
        Threads.Unpark(Thread.CurrentThread);
        Assert.True(Threads.Park(TimeSpan.Zero));
        Assert.False(Threads.Park(TimeSpan.Zero));
    }

    [Fact]
    public void TH18_a_timed_park_ends_by_token_or_by_time()
    {
        Threads.Unpark(Thread.CurrentThread);
        Assert.True(Threads.Park(TimeSpan.FromHours(1)));
        var watch = Stopwatch.StartNew();
        Assert.False(Threads.Park(TimeSpan.FromMilliseconds(20)));
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(20));
        var me = Thread.CurrentThread;
        Threads.Spawn(() => Threads.Unpark(me));
        Assert.True(Threads.Park(Eventually.Limit));
    }

    [Fact]
    public void TH19_a_very_long_park_is_accepted()
    {
        var handle = Threads.Spawn(() => Threads.Park(TimeSpan.MaxValue) && Threads.Park(Timeout.InfiniteTimeSpan));
        Eventually.Blocked(handle);
        handle.Unpark();
        Eventually.True(() =>
        {
            handle.Unpark();
            return handle.IsFinished;
        });
        Assert.True(handle.Join());
        Assert.Throws<ArgumentOutOfRangeException>(() => Threads.Park(TimeSpan.FromTicks(-5)));
    }

    [Fact]
    public void TH20_many_short_parks_end()
    {
        var handles = Enumerable.Range(0, 2).Select(_ => Threads.Spawn(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                Threads.Park(TimeSpan.FromMicroseconds(100));
            }
        })).ToList();
        handles.ForEach(Eventually.Joins);
    }

    [Fact]
    public void TH21_unparking_a_thread_that_has_ended_does_nothing()
    {
        var handle = Threads.Spawn(() => { });
        handle.Join();
        handle.Unpark();
        Threads.Unpark(handle.Thread);
        Assert.Throws<ArgumentNullException>(() => Threads.Unpark(null!));
    }

    [Fact]
    public void TH22_ids_are_stable_different_and_never_used_again()
    {
        Assert.Equal(Threads.CurrentId, Threads.CurrentId);
        var seen = new HashSet<long> { Threads.CurrentId };
        for (var i = 0; i < 20; i++)
        {
            Assert.True(seen.Add(Threads.Spawn(() => Threads.CurrentId).Join()));
        }
    }

    [Fact]
    public void TH23_sleep_lasts_at_least_its_time()
    {
        var watch = Stopwatch.StartNew();
        Threads.Sleep(TimeSpan.FromMilliseconds(5));
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(5));
        var deadline = DateTimeOffset.UtcNow.AddMilliseconds(5);
        Threads.SleepUntil(deadline);
        Assert.True(DateTimeOffset.UtcNow >= deadline);
        Threads.SleepUntil(DateTimeOffset.MinValue);
        Threads.Sleep(TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => Threads.Sleep(TimeSpan.FromTicks(-5)));
    }

    [Fact]
    public void TH24_an_endless_sleep_neither_fails_nor_returns()
    {
        foreach (var length in new[] { TimeSpan.MaxValue, Timeout.InfiniteTimeSpan })
        {
            var handle = Threads.Spawn(() => Threads.Sleep(length));
            Eventually.Blocked(handle);
            handle.Thread.Interrupt();
            Assert.IsType<ThreadInterruptedException>(handle.JoinPanic());
        }
    }

    [Fact]
    public void TH25_a_tiny_stack_is_raised_and_the_thread_runs()
    {
        Assert.Equal("12", new ThreadBuilder().StackSize(1).Spawn(() => $"{1}{Enumerable.Range(2, 1).Sum()}").Join());
        Assert.Equal(1, new ThreadBuilder().StackSize(0).Spawn(() => 1).Join());
        Assert.Throws<ArgumentOutOfRangeException>(() => new ThreadBuilder().StackSize(-1));
    }

    [Fact]
    public void TH27_at_least_one_thread_can_run() => Assert.True(Threads.AvailableParallelism >= 1);

    [Fact]
    public void A_priority_is_set_and_checked()
    {
        Assert.Equal(
            ThreadPriority.BelowNormal, new ThreadBuilder().Priority(ThreadPriority.BelowNormal).Spawn(() => Thread.CurrentThread.Priority).Join());
        Assert.Throws<ArgumentOutOfRangeException>(() => new ThreadBuilder().Priority((ThreadPriority)99));
    }

    [Fact]
    public void An_interrupted_park_keeps_a_later_token()
    {
        using var interrupted = new ManualResetEventSlim();
        var handle = Threads.Spawn(() =>
        {
            Assert.Throws<ThreadInterruptedException>(Threads.Park);
            interrupted.Set();
            return Threads.Park(Eventually.Limit);
        });
        Eventually.Blocked(handle);
        handle.Thread.Interrupt();
        Eventually.Set(interrupted);
        handle.Unpark();
        Assert.True(Eventually.Joins(handle));
    }
}
