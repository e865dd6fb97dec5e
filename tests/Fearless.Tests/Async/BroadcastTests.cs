using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Async;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Asynchronous;

public sealed class BroadcastTests
{
    [Fact]
    public async Task AS32_each_receiver_gets_every_value_sent_after_it_subscribed()
    {
        var (sender, first) = Broadcast.Channel<int>(16);
        Assert.Equal(1, sender.Send(1));
        using var second = sender.Subscribe();
        Assert.Equal(2, sender.Send(2));
        Assert.Equal(1, await first.RecvAsync());
        Assert.Equal(2, await first.RecvAsync());
        Assert.Equal(2, await second.RecvAsync());
        Assert.Equal(TryRecvResult.Empty, second.TryRecv(out _));
        var pending = second.RecvAsync();
        Assert.False(pending.IsCompleted);
        sender.Send(3);
        Assert.Equal(3, await Eventually.Ends(pending));
        Assert.Equal(TryRecvResult.Received, first.TryRecv(out var three));
        Assert.Equal(3, three);
    }

    [Fact]
    public async Task AS32_a_slow_receiver_is_told_exactly_how_many_it_missed()
    {
        var (sender, receiver) = Broadcast.Channel<int>(2);
        for (var i = 0; i < 7; i++)
        {
            sender.Send(i);
        }

        Assert.Equal(5, (await Assert.ThrowsAsync<LaggedException>(() => receiver.RecvAsync().AsTask())).Missed);
        Assert.Equal(5, await receiver.RecvAsync());
        Assert.Equal(6, await receiver.RecvAsync());
        for (var i = 7; i < 10; i++)
        {
            sender.Send(i);
        }

        Assert.Equal(1, Assert.Throws<LaggedException>(() => receiver.TryRecv(out _)).Missed);
        Assert.Equal(TryRecvResult.Received, receiver.TryRecv(out var eight));
        Assert.Equal(8, eight);
    }

    [Fact]
    public void AS33_without_receivers_nothing_is_kept_and_bad_capacities_are_rejected()
    {
        var (sender, receiver) = Broadcast.Channel<int>(1);
        receiver.Dispose();
        receiver.Dispose();
        Assert.Equal(0, sender.Send(1));
        using var late = sender.Subscribe();
        Assert.Equal(TryRecvResult.Empty, late.TryRecv(out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => Broadcast.Channel<int>(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Broadcast.Channel<int>(-1));
    }

    [Fact]
    public void AS33_the_capacity_is_rounded_up_to_a_power_of_two()
    {
        var (sender, receiver) = Broadcast.Channel<int>(3);
        for (var i = 0; i < 4; i++)
        {
            sender.Send(i);
        }

        Assert.Equal(TryRecvResult.Received, receiver.TryRecv(out var zero));
        Assert.Equal(0, zero);
    }

    [Fact]
    public async Task AS34_the_last_senders_end_ends_receivers_after_what_is_kept()
    {
        var (sender, receiver) = Broadcast.Channel<int>(4);
        var clone = sender.Clone();
        sender.Send(1);
        sender.Dispose();
        sender.Dispose();
        Assert.Equal(1, await receiver.RecvAsync());
        var pending = receiver.RecvAsync();
        Assert.False(pending.IsCompleted);
        clone.Dispose();
        await Assert.ThrowsAsync<DisconnectedException>(() => Eventually.Ends(pending));
        Assert.Equal(TryRecvResult.Disconnected, receiver.TryRecv(out _));
        Assert.Throws<ObjectDisposedException>(() => sender.Send(1));
        Assert.Throws<ObjectDisposedException>(() => sender.Subscribe());
    }

    [Fact]
    public void AS34_resubscribe_points_to_the_tail()
    {
        var (sender, receiver) = Broadcast.Channel<int>(4);
        sender.Send(1);
        using var fresh = receiver.Resubscribe();
        sender.Send(2);
        Assert.Equal(TryRecvResult.Received, fresh.TryRecv(out var two));
        Assert.Equal(2, two);
        receiver.Dispose();
        Assert.Throws<ObjectDisposedException>(() => receiver.TryRecv(out _));
    }

    [Fact]
    public async Task A_cancelled_receive_loses_nothing()
    {
        var (sender, receiver) = Broadcast.Channel<int>(4);
        using var cancellation = new CancellationTokenSource();
        var pending = receiver.RecvAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(pending));
        sender.Send(1);
        Assert.Equal(1, await receiver.RecvAsync());
        Assert.True(receiver.RecvAsync(cancellation.Token).IsCanceled);
    }

    [Fact]
    public async Task Received_and_missed_add_up()
    {
        var (sender, receiver) = Broadcast.Channel<int>(8);
        var reading = Task.Run(async () =>
        {
            long missed = 0;
            var seen = new List<int>();
            while (true)
            {
                try
                {
                    seen.Add(await receiver.RecvAsync());
                }
                catch (LaggedException lag)
                {
                    missed += lag.Missed;
                }
                catch (DisconnectedException)
                {
                    return (missed, seen);
                }
            }
        });
        for (var i = 0; i < 5000; i++)
        {
            sender.Send(i);
        }

        sender.Dispose();
        var (missed, seen) = await Eventually.Ends(reading);
        Assert.Equal(5000, missed + seen.Count);
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(4999, seen[^1]);
    }
}
