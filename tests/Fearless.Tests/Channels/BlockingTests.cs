using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Channels;

public sealed class BlockingTests
{
    public static TheoryData<int> Kinds => ChannelTests.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public void CH25_a_blocked_recv_is_released_by_a_send(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        var handle = Threads.Spawn(() => receiver.Recv());
        Eventually.Blocked(handle);
        sender.Send(3);
        Assert.Equal(3, Eventually.Joins(handle));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH26_SC15_a_blocked_recv_is_released_by_the_last_senders_end(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        var handle = Threads.Spawn(() => Record.Exception(() => receiver.Recv()));
        Eventually.Blocked(handle);
        sender.Dispose();
        Assert.IsType<DisconnectedException>(Eventually.Joins(handle));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH29_CH30_CH36_SC17_a_timed_recv_times_out_not_too_early_and_later_receives(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        sender.Clone().Dispose();
        var watch = Stopwatch.StartNew();
        Assert.Equal(RecvTimeoutResult.Timeout, receiver.Recv(TimeSpan.FromMilliseconds(20), out _));
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(20));
        var handle = Threads.Spawn(() => sender.Send(8));
        Assert.Equal(RecvTimeoutResult.Received, receiver.Recv(Eventually.Limit, out var value));
        Assert.Equal(8, value);
        Eventually.Joins(handle);
        Assert.Throws<ArgumentOutOfRangeException>(() => receiver.Recv(TimeSpan.FromTicks(-9), out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => sender.Send(1, TimeSpan.FromTicks(-9)));
    }

    [Theory, InlineData(-1), InlineData(1), InlineData(3)]
    public void CH31_a_timed_recv_of_zero_takes_what_is_queued(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        Assert.Equal(RecvTimeoutResult.Timeout, receiver.Recv(TimeSpan.Zero, out _));
        sender.Send(1);
        Assert.Equal(RecvTimeoutResult.Received, receiver.Recv(TimeSpan.Zero, out var value));
        Assert.Equal(1, value);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH32_a_timed_recv_reports_disconnected_and_not_timeout(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        sender.Dispose();
        Assert.Equal(RecvTimeoutResult.Disconnected, receiver.Recv(TimeSpan.Zero, out _));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH34_a_very_long_recv_is_accepted_and_ended_by_a_send(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        var handle = Threads.Spawn(() => receiver.Recv(TimeSpan.MaxValue, out var value) == RecvTimeoutResult.Received ? value : -1);
        Eventually.Blocked(handle);
        sender.Send(6);
        Assert.Equal(6, Eventually.Joins(handle));
    }

    [Theory, InlineData(1), InlineData(3)]
    public void SC02_SC03_the_send_beyond_the_bound_blocks_until_one_is_taken(int bound)
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(bound);
        for (var i = 0; i < bound; i++)
        {
            sender.Send(i);
        }

        var handle = Threads.Spawn(() => sender.Send(bound));
        Eventually.Blocked(handle);
        Assert.Equal(bound, receiver.Count);
        Assert.Equal(0, receiver.Recv());
        Eventually.Joins(handle);
        Assert.Equal(Enumerable.Range(1, bound), receiver.TryIter());
    }

    [Theory, InlineData(1), InlineData(3)]
    public void SC04_SC05_try_send_on_a_full_channel(int bound)
    {
        var (sender, receiver) = Mpsc.SyncChannel<Droppable>(bound);
        for (var i = 0; i < bound; i++)
        {
            Assert.Equal(TrySendResult.Sent, sender.TrySend(new Droppable()));
        }

        var value = new Droppable();
        Assert.Equal(TrySendResult.Full, sender.TrySend(value));
        receiver.Dispose();
        Assert.Equal(TrySendResult.Disconnected, sender.TrySend(value));
        Assert.Equal(0, value.Drops);
    }

    [Fact]
    public void SC06_SC08_at_a_rendezvous_try_send_needs_a_receiver()
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(0);
        Assert.Equal(TrySendResult.Full, sender.TrySend(1));
        receiver.Dispose();
        Assert.Equal(TrySendResult.Disconnected, sender.TrySend(1));
    }

    [Fact]
    public void SC07_at_a_rendezvous_try_send_meets_a_blocked_receiver()
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(0);
        var handle = Threads.Spawn(() => receiver.Recv());
        Eventually.True(() => sender.TrySend(9) == TrySendResult.Sent);
        Assert.Equal(9, Eventually.Joins(handle));
    }

    [Fact]
    public void SC09_at_a_rendezvous_send_blocks_until_the_value_is_taken()
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(0);
        var handle = Threads.Spawn(() => sender.Send(1));
        Eventually.Blocked(handle);
        Assert.Equal(0, receiver.Count);
        Assert.False(handle.IsFinished);
        Assert.Equal(1, receiver.Recv());
        Eventually.Joins(handle);
    }

    [Theory, InlineData(0, 1), InlineData(0, 2), InlineData(1, 1), InlineData(1, 2), InlineData(3, 2)]
    public void SC11_SC12_SC13_dropping_the_receiver_fails_every_blocked_sender_which_keeps_its_value(int bound, int senders)
    {
        var (sender, receiver) = Mpsc.SyncChannel<Droppable>(bound);
        for (var i = 0; i < bound; i++)
        {
            sender.Send(new Droppable());
        }

        var value = new Droppable();
        var handles = Enumerable.Range(0, senders).Select(_ => Threads.Spawn(() => Record.Exception(() => sender.Send(value)))).ToList();
        handles.ForEach(Eventually.Blocked);
        receiver.Dispose();
        Assert.All(handles, handle => Assert.IsType<DisconnectedException>(Eventually.Joins(handle)));
        Assert.Equal(0, value.Drops);
    }

    [Theory, InlineData(0), InlineData(1)]
    public void SC18_AS28_a_timed_send_times_out_and_with_room_succeeds(int bound)
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(bound);
        for (var i = 0; i < bound; i++)
        {
            Assert.Equal(SendTimeoutResult.Sent, sender.Send(i, TimeSpan.Zero));
        }

        var watch = Stopwatch.StartNew();
        Assert.Equal(SendTimeoutResult.Timeout, sender.Send(99, TimeSpan.FromMilliseconds(10)));
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(10));
        Assert.Equal(Enumerable.Range(0, bound), receiver.TryIter());
        var handle = Threads.Spawn(() => sender.Send(1, TimeSpan.MaxValue));
        Assert.Equal(1, receiver.Recv());
        Assert.Equal(SendTimeoutResult.Sent, Eventually.Joins(handle));
    }

    [Theory, InlineData(0), InlineData(1)]
    public void SC29_blocked_senders_are_served_in_the_order_in_which_they_came(int bound)
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(bound);
        for (var i = 0; i < bound; i++)
        {
            sender.Send(-1);
        }

        var handles = Enumerable.Range(0, 3).Select(i =>
        {
            var handle = Threads.Spawn(() => sender.Send(i));
            Eventually.Blocked(handle);
            return handle;
        }).ToList();
        Assert.Equal(Enumerable.Repeat(-1, bound).Concat([0, 1, 2]), Enumerable.Range(0, 3 + bound).Select(_ => receiver.Recv()));
        handles.ForEach(Eventually.Joins);
    }

    [Theory, InlineData(0), InlineData(1)]
    public void SC30_dropping_an_idle_sender_does_not_release_the_blocked(int bound)
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(bound);
        for (var i = 0; i < bound; i++)
        {
            sender.Send(-1);
        }

        var idle = sender.Clone();
        var handle = Threads.Spawn(() => sender.Send(7));
        Eventually.Blocked(handle);
        idle.Dispose();
        Assert.False(handle.IsFinished);
        Eventually.Blocked(handle);
        Assert.Equal(7, Enumerable.Range(0, bound + 1).Select(_ => receiver.Recv()).ToList()[^1]);
        Eventually.Joins(handle);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void An_interrupted_recv_takes_nothing(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        var handle = Threads.Spawn(() => receiver.Recv());
        Eventually.Blocked(handle);
        handle.Thread.Interrupt();
        Assert.IsType<ThreadInterruptedException>(handle.JoinResult().Panic);
        var again = Threads.Spawn(() => receiver.Recv());
        sender.Send(1);
        Assert.Equal(1, Eventually.Joins(again));
    }

    [Theory, InlineData(0), InlineData(1)]
    public void An_interrupted_send_keeps_its_value(int bound)
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(bound);
        for (var i = 0; i < bound; i++)
        {
            sender.Send(-1);
        }

        var handle = Threads.Spawn(() => sender.Send(5));
        Eventually.Blocked(handle);
        handle.Thread.Interrupt();
        Assert.IsType<ThreadInterruptedException>(handle.JoinPanic());
        Assert.Equal(Enumerable.Repeat(-1, bound), receiver.TryIter());
        Assert.Equal(TryRecvResult.Empty, receiver.TryRecv(out _));
    }
}
