using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Threading;

public sealed class JoinTests
{
    private static readonly AsyncLocal<int> Ambient = new();

    [Fact]
    public void RY01_both_run_and_the_first_on_the_caller()
    {
        var here = Threads.CurrentId;
        var (a, b) = Threads.Join(() => Threads.CurrentId, () => "b");
        Assert.Equal(here, a);
        Assert.Equal("b", b);
    }

    [Fact]
    public void RY01_both_may_run_at_the_same_time()
    {
        using var meet = new Barrier(2);
        var (a, b) = Threads.Join(() => meet.SignalAndWait(Eventually.Limit), () => meet.SignalAndWait(Eventually.Limit));
        Assert.True(a && b);
    }

    [Fact]
    public void RY02_both_run_whatever_panics_and_the_first_panic_wins_unchanged()
    {
        var first = new FormatException();
        var second = new TimeZoneNotFoundException();
        var ran = 0;
        int Fail(Exception how)
        {
            Interlocked.Increment(ref ran);
            throw how;
        }

        Assert.Same(first, Assert.Throws<FormatException>(() => Threads.Join(() => Fail(first), () => Interlocked.Increment(ref ran))));
        Assert.Equal(2, ran);
        Assert.Same(second, Assert.Throws<TimeZoneNotFoundException>(() => Threads.Join(() => Interlocked.Increment(ref ran), () => Fail(second))));
        Assert.Equal(4, ran);
        Assert.Same(first, Assert.Throws<FormatException>(() => Threads.Join(() => Fail(first), () => Fail(second))));
        Assert.Equal(6, ran);
    }

    [Fact]
    public void RY02_a_panic_waits_for_the_other_half()
    {
        using var started = new ManualResetEventSlim();
        using var gate = new ManualResetEventSlim();
        var ended = false;
        Assert.Throws<FormatException>(() => Threads.Join(
            int () =>
            {
                Eventually.Set(started);
                gate.Set();
                throw new FormatException();
            },
            () =>
            {
                started.Set();
                Eventually.Set(gate);
                return ended = true;
            }));
        Assert.True(ended);
    }

    [Fact]
    public void RY05_nested_joins_do_not_deadlock() => Repeat.Run(20, _ =>
    {
        static int Fibonacci(int n)
        {
            if (n < 2)
            {
                return n;
            }

            var (a, b) = Threads.Join(() => Fibonacci(n - 1), () => Fibonacci(n - 2));
            return a + b;
        }

        Assert.Equal(610, Fibonacci(15));
    });

    [Fact]
    public void RY10_a_divided_map_keeps_its_order()
    {
        static IEnumerable<int> Map(int from, int to)
        {
            if (to - from < 50)
            {
                return Enumerable.Range(from, to - from).Select(n => n * 2).ToList();
            }

            var middle = (from + to) / 2;
            var (left, right) = Threads.Join(() => Map(from, middle), () => Map(middle, to));
            return left.Concat(right);
        }

        Assert.Equal(Enumerable.Range(0, 1000).Select(n => n * 2), Map(0, 1000));
    }

    [Fact]
    public void The_second_half_sees_the_callers_async_locals()
    {
        Ambient.Value = 42;
        using var meet = new Barrier(2);
        var (_, seen) = Threads.Join(
            () => meet.SignalAndWait(Eventually.Limit),
            () =>
            {
                meet.SignalAndWait(Eventually.Limit);
                return Ambient.Value;
            });
        Assert.Equal(42, seen);
    }

    [Fact]
    public void Null_halves_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Threads.Join<int, int>(null!, () => 1));
        Assert.Throws<ArgumentNullException>(() => Threads.Join<int, int>(() => 1, null!));
    }
}
