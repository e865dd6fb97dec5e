using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Channels;

public sealed class AsyncChannelTests
{
    public static TheoryData<int> Kinds => ChannelTests.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task AS20_AS21_async_and_blocking_ends_meet(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        var receiving = receiver.RecvAsync();
        Assert.False(receiving.IsCompleted);
        sender.Send(1);
        Assert.Equal(1, await Eventually.Ends(receiving));

        var sending = sender.SendAsync(2).AsTask();
        Assert.Equal(2, receiver.Recv());
        await Eventually.Ends(sending);

        sender.Dispose();
        await Assert.ThrowsAsync<DisconnectedException>(() => receiver.RecvAsync().AsTask());
    }

    [Theory, InlineData(0), InlineData(1), InlineData(3)]
    public async Task AS20_an_async_send_waits_for_room(int bound)
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(bound);
        for (var i = 0; i < bound; i++)
        {
            Assert.True(sender.SendAsync(i).IsCompletedSuccessfully);
        }

        var sending = sender.SendAsync(bound);
        Assert.False(sending.IsCompleted);
        Assert.Equal(0, receiver.Recv());
        await Eventually.Ends(sending);
        Assert.Equal(Enumerable.Range(1, bound), receiver.TryIter());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task AS21_a_pending_recv_ends_when_the_last_sender_goes(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        var receiving = receiver.RecvAsync();
        sender.Dispose();
        await Assert.ThrowsAsync<DisconnectedException>(() => Eventually.Ends(receiving));
    }

    [Theory, InlineData(0), InlineData(1)]
    public async Task AS22_a_pending_send_fails_when_the_receiver_goes_and_keeps_its_value(int bound)
    {
        var (sender, receiver) = Mpsc.SyncChannel<Droppable>(bound);
        for (var i = 0; i < bound; i++)
        {
            sender.Send(new Droppable());
        }

        var value = new Droppable();
        var sending = sender.SendAsync(value);
        receiver.Dispose();
        await Assert.ThrowsAsync<DisconnectedException>(() => Eventually.Ends(sending));
        Assert.Equal(0, value.Drops);
        await Assert.ThrowsAsync<DisconnectedException>(() => sender.SendAsync(value).AsTask());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_cancelled_recv_loses_nothing(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        using var cancellation = new CancellationTokenSource();
        var receiving = receiver.RecvAsync(cancellation.Token);
        await cancellation.CancelAsync();
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(receiving));
        Assert.Equal(cancellation.Token, thrown.CancellationToken);
        Assert.True(receiver.RecvAsync(cancellation.Token).IsCanceled);
        var sending = sender.SendAsync(4).AsTask();
        Assert.Equal(4, await Eventually.Ends(receiver.RecvAsync()));
        await Eventually.Ends(sending);
    }

    [Theory, InlineData(0), InlineData(1)]
    public async Task A_cancelled_send_keeps_its_value_and_lets_the_next_one_in(int bound)
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(bound);
        for (var i = 0; i < bound; i++)
        {
            sender.Send(-1);
        }

        using var cancellation = new CancellationTokenSource();
        var cancelled = sender.SendAsync(1, cancellation.Token);
        var next = sender.SendAsync(2);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(cancelled));
        Assert.True(sender.SendAsync(3, cancellation.Token).IsCanceled);
        Assert.Equal(2, Enumerable.Range(0, bound + 1).Select(_ => receiver.Recv()).ToList()[^1]);
        await Eventually.Ends(next);
        Assert.Equal(TryRecvResult.Empty, receiver.TryRecv(out _));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Cancelling_in_a_race_with_a_send_never_loses_a_value(int kind)
    {
        for (var round = 0; round < 300; round++)
        {
            var (sender, receiver) = ChannelTests.Make<int>(kind);
            using var cancellation = new CancellationTokenSource();
            var receiving = receiver.RecvAsync(cancellation.Token).AsTask();
            var sending = Task.Run(() => sender.SendAsync(round).AsTask());
            await cancellation.CancelAsync();
            try
            {
                Assert.Equal(round, await Eventually.Ends(receiving));
            }
            catch (OperationCanceledException)
            {
                Assert.Equal(round, await Eventually.Ends(receiver.RecvAsync()));
            }

            await Eventually.Ends(sending);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task RecvAllAsync_yields_everything_in_order_and_ends(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        var producer = Task.Run(async () =>
        {
            for (var i = 0; i < 2000; i++)
            {
                await sender.SendAsync(i);
            }

            sender.Dispose();
        });
        var seen = new List<int>();
        await foreach (var value in receiver.RecvAllAsync())
        {
            seen.Add(value);
        }

        Assert.Equal(Enumerable.Range(0, 2000), seen);
        await Eventually.Ends(producer);
    }

    [Fact]
    public async Task RecvAllAsync_is_cancelled_by_its_token()
    {
        var (sender, receiver) = Mpsc.Channel<int>();
        using var cancellation = new CancellationTokenSource();
        sender.Send(1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var value in receiver.RecvAllAsync().WithCancellation(cancellation.Token))
            {
                Assert.Equal(1, value);
                await cancellation.CancelAsync();
            }
        });
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_continuation_never_runs_inside_send(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        var inSend = new ThreadLocal<bool>();
        async Task<bool> Receive()
        {
            await receiver.RecvAsync().ConfigureAwait(false);
            return inSend.Value;
        }

        var continued = Receive();
        inSend.Value = true;
        Assert.Equal(TrySendResult.Sent, sender.TrySend(1));
        inSend.Value = false;
        Assert.False(await Eventually.Ends(continued));
    }

    [Theory, InlineData(0), InlineData(1), InlineData(3)]
    public async Task Many_async_producers_lose_nothing(int bound)
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(bound);
        var producers = Enumerable.Range(0, 8).Select(p => Task.Run(async () =>
        {
            for (var i = 0; i < 250; i++)
            {
                await sender.SendAsync(p * 250 + i);
            }
        })).ToList();
        var got = new List<int>();
        for (var i = 0; i < 2000; i++)
        {
            got.Add(await Eventually.Ends(receiver.RecvAsync()));
        }

        Assert.Equal(Enumerable.Range(0, 2000), got.Order());
        await Eventually.Ends(Task.WhenAll(producers));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task AS24_recv_many_waits_for_one_and_takes_what_else_is_there(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        List<int> into = [7];
        Assert.Equal(0, await receiver.RecvManyAsync(into, 0));
        var receiving = receiver.RecvManyAsync(into, 2);
        Assert.False(receiving.IsCompleted);
        var producer = Threads.Spawn(() =>
        {
            for (var i = 0; i < 5; i++)
            {
                sender.Send(i);
            }

            sender.Dispose();
        });
        for (var count = await Eventually.Ends(receiving); count != 0; count = await Eventually.Ends(receiver.RecvManyAsync(into, 2)))
        {
            Assert.InRange(count, 1, 2);
        }

        Eventually.Joins(producer);
        Assert.Equal([7, 0, 1, 2, 3, 4], into);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task AS24_a_cancelled_recv_many_takes_nothing(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        using var cancel = new CancellationTokenSource();
        List<int> into = [];
        var receiving = receiver.RecvManyAsync(into, 2, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(receiving));
        var sending = sender.SendAsync(1);
        Assert.Equal(1, await Eventually.Ends(receiver.RecvManyAsync(into, 2)));
        await Eventually.Ends(sending);
        Assert.Equal([1], into);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => receiver.RecvManyAsync(into, -1).AsTask());
        await Assert.ThrowsAsync<ArgumentNullException>(() => receiver.RecvManyAsync(null!, 1).AsTask());
    }
}
