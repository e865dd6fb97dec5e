using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Async;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Asynchronous;

public sealed class NotifyTests
{
    [Fact]
    public void AS13_one_notification_is_stored_and_only_one()
    {
        var notify = new Notify();
        notify.NotifyOne();
        notify.NotifyOne();
        Assert.True(notify.NotifiedAsync().IsCompletedSuccessfully);
        Assert.False(notify.NotifiedAsync().IsCompleted);
    }

    [Fact]
    public async Task AS14_notify_one_wakes_in_order_and_notify_last_the_newest()
    {
        var notify = new Notify();
        var waits = Enumerable.Range(0, 3).Select(_ => notify.NotifiedAsync().AsTask()).ToList();
        notify.NotifyOne();
        await Eventually.Ends(waits[0]);
        notify.NotifyLast();
        await Eventually.Ends(waits[2]);
        Assert.False(waits[1].IsCompleted);
        notify.NotifyOne();
        await Eventually.Ends(waits[1]);
    }

    [Fact]
    public async Task AS14_notify_waiters_wakes_all_and_stores_nothing()
    {
        var notify = new Notify();
        notify.NotifyWaiters();
        var waits = Enumerable.Range(0, 3).Select(_ => notify.NotifiedAsync().AsTask()).ToList();
        Assert.DoesNotContain(waits, wait => wait.IsCompleted);
        notify.NotifyWaiters();
        await Eventually.Ends(Task.WhenAll(waits));
        Assert.False(notify.NotifiedAsync().IsCompleted);
    }

    [Fact]
    public async Task AS15_a_cancelled_waiter_takes_no_notification_with_it()
    {
        var notify = new Notify();
        using var cancellation = new CancellationTokenSource();
        var cancelled = notify.NotifiedAsync(cancellation.Token);
        var next = notify.NotifiedAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(cancelled));
        notify.NotifyOne();
        await Eventually.Ends(next);
        notify.NotifyOne();
        Assert.True(notify.NotifiedAsync(cancellation.Token).IsCanceled);
        Assert.True(notify.NotifiedAsync().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task AS15_cancelling_in_a_race_with_a_notification_never_loses_it()
    {
        for (var round = 0; round < 500; round++)
        {
            var notify = new Notify();
            using var cancellation = new CancellationTokenSource();
            var waiting = notify.NotifiedAsync(cancellation.Token).AsTask();
            var notifying = Task.Run(notify.NotifyOne);
            await cancellation.CancelAsync();
            await notifying;
            try
            {
                await Eventually.Ends(waiting);
            }
            catch (OperationCanceledException)
            {
                Assert.True(notify.NotifiedAsync().IsCompletedSuccessfully);
            }
        }
    }

    [Fact]
    public async Task AS16_the_call_itself_registers_before_anything_is_awaited()
    {
        var notify = new Notify();
        var registered = notify.NotifiedAsync();
        notify.NotifyWaiters();
        await Eventually.Ends(registered);
    }

    [Fact]
    public async Task Hand_overs_between_two_tasks_all_arrive()
    {
        Notify ping = new(), pong = new();
        var count = 0;
        var echo = Task.Run(async () =>
        {
            for (var i = 0; i < 1000; i++)
            {
                await ping.NotifiedAsync();
                count++;
                pong.NotifyOne();
            }
        });
        for (var i = 0; i < 1000; i++)
        {
            ping.NotifyOne();
            await Eventually.Ends(pong.NotifiedAsync());
            Assert.Equal(i + 1, count);
        }

        await Eventually.Ends(echo);
    }
}
