using System;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Threading;
using Xunit;

namespace Fearless.Tests;

/// <summary>A thread whose failure is the test's, and which can be seen to be blocked without sleeping.</summary>
internal sealed class Worker
{
    /// <summary>Long enough for the slowest machine; reached only by a bug.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Thread _thread;
    private Exception? _failure;

    private Worker(Action body)
    {
        _thread = new Thread(() =>
        {
            try
            {
                body();
            }
            catch (Exception e)
            {
                _failure = e;
            }
        }) { IsBackground = true };
    }

    public static Worker Start(Action body)
    {
        var worker = new Worker(body);
        worker._thread.Start();
        return worker;
    }

    /// <summary>Starts <paramref name="count"/> threads at once, and waits for all.</summary>
    public static void RunAll(int count, Action<int> body)
    {
        using var ready = new Barrier(count);
        var workers = new Worker[count];
        for (int i = 0; i < count; i++)
        {
            int index = i;
            workers[i] = Start(() =>
            {
                ready.SignalAndWait();
                body(index);
            });
        }
        foreach (Worker worker in workers) worker.Join();
    }

    public void Join()
    {
        Assert.True(_thread.Join(Limit), "The thread did not end: deadlock or lost wake-up.");
        if (_failure is not null) ExceptionDispatchInfo.Throw(_failure);
    }

    public Exception JoinFailure()
    {
        Assert.True(_thread.Join(Limit), "The thread did not end: deadlock or lost wake-up.");
        Assert.NotNull(_failure);
        return _failure;
    }

    public bool IsAlive => _thread.IsAlive;

    public void Interrupt() => _thread.Interrupt();

    /// <summary>Waits until the thread sleeps in a wait.</summary>
    public void AwaitBlocked()
    {
        long start = Stopwatch.GetTimestamp();
        while ((_thread.ThreadState & System.Threading.ThreadState.WaitSleepJoin) == 0)
        {
            Assert.True(_thread.IsAlive, "The thread ended instead of blocking." + _failure);
            Assert.True(Stopwatch.GetElapsedTime(start) < Limit, "The thread neither blocks nor ends.");
            Thread.Yield();
        }
        Assert.True(_thread.IsAlive);
    }

    /// <summary>Waits until the condition, which another thread makes true, holds.</summary>
    public static void Await(Func<bool> condition)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Limit, "The condition never came true.");
            Thread.Yield();
        }
    }
}
