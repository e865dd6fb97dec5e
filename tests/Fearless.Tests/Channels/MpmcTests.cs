using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Channels;

/// <summary>Several consumers; -1 is the unbounded channel.</summary>
public sealed class MpmcTests
{
    public static TheoryData<int> Kinds => [-1, 0, 1, 3];

    private static (Sender<T> Sender, SharedReceiver<T> Receiver) Make<T>(int kind) => kind < 0 ? Mpmc.Channel<T>() : Mpmc.SyncChannel<T>(kind);

    [Theory, MemberData(nameof(Kinds))]
    public void MM01_each_value_goes_to_exactly_one_of_several_receivers(int kind) => Repeat.Run(3, _ =>
    {
        const int each = 1000;
        var (sender, receiver) = Make<int>(kind);
        var consumers = Enumerable.Range(0, 3).Select(_ => receiver.Clone()).Select(clone => Threads.Spawn(() =>
        {
            using (clone)
            {
                return clone.ToList();
            }
        })).ToList();
        receiver.Dispose();
        var producers = Enumerable.Range(0, 2).Select(producer => (producer, clone: sender.Clone())).Select(p => Threads.Spawn(() =>
        {
            using (p.clone)
            {
                for (var i = 0; i < each; i++)
                {
                    p.clone.Send((p.producer * each) + i);
                }
            }
        })).ToList();
        sender.Dispose();
        producers.ForEach(Eventually.Joins);
        var got = consumers.ConvertAll(Eventually.Joins);
        Assert.Equal(Enumerable.Range(0, 2 * each), got.SelectMany(values => values).Order());
        // Whatever the consumer, the values of one producer come to it in order.
        Assert.All(got, values => Assert.All(values.GroupBy(value => value / each), of => Assert.Equal(of.Order(), of)));
    });

    // Each consumer is blocked, each value releases one: none stays behind though there is something for it.
    [Theory, MemberData(nameof(Kinds))]
    public void MM01_as_many_values_release_as_many_blocked_receivers(int kind) => Repeat.Run(200, _ =>
    {
        var (sender, receiver) = Make<int>(kind);
        var consumers = Enumerable.Range(0, 3).Select(_ => Threads.Spawn(receiver.Recv)).ToList();
        var producers = Enumerable.Range(1, 3).Select(i => Threads.Spawn(() => sender.Send(i))).ToList();
        producers.ForEach(Eventually.Joins);
        Assert.Equal([1, 2, 3], consumers.ConvertAll(Eventually.Joins).Order());
    });

    [Theory, MemberData(nameof(Kinds))]
    public void MM02_senders_fail_when_the_last_receiver_is_gone(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        var clone = receiver.Clone();
        receiver.Dispose();
        receiver.Dispose();
        Assert.False(sender.IsDisconnected);
        Assert.Throws<ObjectDisposedException>(() => receiver.Clone());
        Assert.Throws<ObjectDisposedException>(() => receiver.Recv());
        clone.Dispose();
        Assert.True(sender.IsDisconnected);
        Assert.Throws<DisconnectedException>(() => sender.Send(1));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void MM02_receivers_fail_when_the_last_sender_is_gone(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        using var clone = receiver.Clone();
        using var second = sender.Clone();
        var waiting = Threads.Spawn(() => Assert.Throws<DisconnectedException>(() => receiver.Recv()));
        sender.Dispose();
        Assert.False(receiver.IsDisconnected);
        Eventually.Blocked(waiting);
        second.Dispose();
        Eventually.Joins(waiting);
        Assert.True(clone.IsDisconnected);
        Assert.Equal(TryRecvResult.Disconnected, clone.TryRecv(out _));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void MM03_same_channel_capacity_count_empty_and_full(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        var (otherSender, otherReceiver) = Make<int>(kind);
        Assert.True(sender.IsSameChannel(sender.Clone()));
        Assert.False(sender.IsSameChannel(otherSender));
        Assert.True(receiver.IsSameChannel(receiver.Clone()));
        Assert.False(receiver.IsSameChannel(otherReceiver));
        Assert.Equal(kind < 0 ? null : kind, receiver.Capacity);
        Assert.True(receiver.IsEmpty);
        Assert.Equal(kind == 0, receiver.IsFull);
        for (var i = 0; i < kind; i++)
        {
            sender.Send(i);
        }

        Assert.Equal(Math.Max(kind, 0), receiver.Count);
        Assert.Equal(kind >= 0, receiver.IsFull);
        Assert.Equal(kind <= 0, receiver.IsEmpty);
    }

    // The engine is Mpsc's, whose tests are CH01 to CH44: here every way to receive is called once.
    [Theory, MemberData(nameof(Kinds))]
    public async Task MM04_every_way_to_receive(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        var producer = Threads.Spawn(() =>
        {
            using (sender)
            {
                for (var i = 0; i < 8; i++)
                {
                    sender.Send(i);
                }
            }
        });
        Assert.Equal(0, receiver.Recv());
        Assert.Equal(RecvTimeoutResult.Received, receiver.Recv(Eventually.Limit, out var value));
        Assert.Equal(1, value);
        Assert.Equal(2, await Eventually.Ends(receiver.RecvAsync()));
        var into = new List<int>();
        Assert.Equal(1, await Eventually.Ends(receiver.RecvManyAsync(into, 1)));
        Assert.Equal([3], into);
        Eventually.True(() => receiver.TryRecv(out value) == TryRecvResult.Received);
        Assert.Equal(4, value);
        Eventually.True(() => receiver.TryIter().Take(1).Contains(5));
        Assert.Equal(0, new Select().Recv(receiver, got => value = got).Run());
        Assert.Equal(6, value);
        await foreach (var last in receiver.RecvAllAsync(CancellationToken.None))
        {
            Assert.Equal(7, last);
        }

        Assert.Equal(RecvTimeoutResult.Disconnected, receiver.Recv(TimeSpan.Zero, out _));
        Eventually.Joins(producer);
    }

    [Fact]
    public void MM04_what_is_queued_is_disposed_with_the_last_receiver()
    {
        var (sender, receiver) = Mpmc.Channel<Droppable>();
        var clone = receiver.Clone();
        var value = new Droppable();
        sender.Send(value);
        receiver.Dispose();
        Assert.Equal(0, value.Drops);
        clone.Dispose();
        Assert.Equal(1, value.Drops);
    }
}
