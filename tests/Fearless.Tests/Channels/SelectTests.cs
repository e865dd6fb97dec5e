using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Channels;

public sealed class SelectTests
{
    public static TheoryData<int> Kinds => ChannelTests.Kinds;

    [Fact]
    public void CB01_a_ready_receiver_is_picked()
    {
        var (_, r1) = Mpsc.Channel<int>();
        var (s2, r2) = Mpsc.Channel<string>();
        s2.Send("b");
        string? got = null;
        Assert.Equal(1, new Select().Recv(Mpsc.Never<int>()).Recv(r2, value => got = value).Run());
        Assert.Equal("b", got);
        r1.Dispose();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CB01_it_blocks_until_one_is_ready(int kind)
    {
        var (s1, r1) = ChannelTests.Make<int>(kind);
        var (s2, r2) = ChannelTests.Make<int>(kind);
        var got = 0;
        var handle = Threads.Spawn(() => new Select().Recv(r1, value => got = value).Recv(r2, value => got = value).Run());
        Eventually.Blocked(handle);
        s2.Send(5);
        Assert.Equal(1, Eventually.Joins(handle));
        Assert.Equal(5, got);
        Assert.Equal(TrySendResult.Full, kind == 0 ? s1.TrySend(1) : TrySendResult.Full);
    }

    [Fact]
    public void CB01_default_and_timeout_are_honoured()
    {
        var (sender, receiver) = Mpsc.Channel<int>();
        var select = new Select().Recv(receiver, _ => { });
        Assert.False(select.TryRun(out var index));
        Assert.Equal(-1, index);
        var watch = Stopwatch.StartNew();
        Assert.False(select.TryRun(TimeSpan.FromMilliseconds(10), out index));
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(10));
        sender.Send(1);
        Assert.True(select.TryRun(out index));
        Assert.Equal(0, index);
        sender.Send(2);
        Assert.True(select.TryRun(TimeSpan.MaxValue, out index));
        Assert.Throws<ArgumentOutOfRangeException>(() => select.TryRun(TimeSpan.FromTicks(-7), out _));
    }

    [Fact]
    public void CB01_each_ready_channel_is_chosen_in_time()
    {
        var (s1, r1) = Mpsc.Channel<int>();
        var (s2, r2) = Mpsc.Channel<int>();
        var select = new Select().Recv(r1).Recv(r2);
        var counts = new int[2];
        for (var i = 0; i < 200; i++)
        {
            s1.Send(i);
            s2.Send(i);
            counts[select.Run()]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 20, 180));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CB01_a_disconnected_channel_counts_as_ready(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        var other = Mpsc.Never<int>();
        var told = false;
        var handle = Threads.Spawn(() => new Select().Recv(other).Recv(receiver, null, () => told = true).Run());
        Eventually.Blocked(handle);
        sender.Dispose();
        Assert.Equal(1, Eventually.Joins(handle));
        Assert.True(told);
        Assert.Throws<DisconnectedException>(() => new Select().Recv(receiver).Run());
    }

    [Theory, InlineData(0), InlineData(1)]
    public void CB01_a_send_case_waits_for_room_and_is_spent_when_sent(int bound)
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(bound);
        for (var i = 0; i < bound; i++)
        {
            sender.Send(-1);
        }

        var sent = false;
        var select = new Select().Send(sender, 7, () => sent = true);
        Assert.False(select.TryRun(out _));
        var handle = Threads.Spawn(select.Run);
        Eventually.Blocked(handle);
        Assert.Equal(7, Enumerable.Range(0, bound + 1).Select(_ => receiver.Recv()).ToList()[^1]);
        Assert.Equal(0, Eventually.Joins(handle));
        Assert.True(sent);
        Assert.Throws<InvalidOperationException>(() => select.Run());
        Assert.Throws<InvalidOperationException>(() => new Select().Run());
    }

    [Theory, InlineData(0), InlineData(1)]
    public void CB01_a_send_case_gets_its_value_back_when_the_receiver_goes(int bound)
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(bound);
        for (var i = 0; i < bound; i++)
        {
            sender.Send(-1);
        }

        var back = 0;
        var handle = Threads.Spawn(() => new Select().Send(sender, 9, null, value => back = value).Run());
        Eventually.Blocked(handle);
        receiver.Dispose();
        Eventually.Joins(handle);
        Assert.Equal(9, back);
        Assert.Throws<DisconnectedException>(() => new Select().Send(sender, 9).Run());
    }

    [Fact]
    public void CB02_selects_on_both_sides_of_a_rendezvous_pair_exactly_once() => Repeat.Run(300, round =>
    {
        var (s1, r1) = Mpsc.SyncChannel<int>(0);
        var (s2, r2) = Mpsc.SyncChannel<int>(0);
        var got = new List<int>();
        var (sent, _) = Threads.Join(
            () => new Select().Send(s1, round).Send(s2, -round - 1).Run(),
            () => new Select().Recv(r2, got.Add).Recv(r1, got.Add).Run());
        Assert.Equal([sent == 0 ? round : -round - 1], got);
        Assert.Equal(TryRecvResult.Empty, r1.TryRecv(out _));
        Assert.Equal(TryRecvResult.Empty, r2.TryRecv(out _));
    });

    [Fact]
    public void CB02_a_select_does_not_meet_itself()
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(0);
        var select = new Select().Send(sender, 1).Recv(receiver);
        Assert.False(select.TryRun(TimeSpan.FromMilliseconds(5), out _));
        var handle = Threads.Spawn(select.Run);
        Eventually.Blocked(handle);
        Assert.Equal(1, receiver.Recv());
        Assert.Equal(0, Eventually.Joins(handle));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CB02_a_select_over_many_producers_loses_nothing(int kind) => Repeat.Run(2, _ =>
    {
        var channels = Enumerable.Range(0, 3).Select(_ => ChannelTests.Make<int>(kind)).ToList();
        var producers = channels.Select((channel, c) => Threads.Spawn(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                channel.Sender.Send(c * 500 + i);
            }

            channel.Sender.Dispose();
        })).ToList();
        var seen = new List<int>();
        var open = channels.Select(channel => channel.Receiver).ToList();
        while (open.Count > 0)
        {
            var ended = false;
            var select = new Select();
            open.ForEach(receiver => select.Recv(receiver, seen.Add, () => ended = true));
            var index = select.Run();
            if (ended)
            {
                open.RemoveAt(index);
            }
        }

        Assert.Equal(Enumerable.Range(0, 1500), seen.Order());
        producers.ForEach(Eventually.Joins);
    });

    [Fact]
    public void CB03_after_delivers_once_and_not_before_its_time()
    {
        var watch = Stopwatch.StartNew();
        using var after = Mpsc.After(TimeSpan.FromMilliseconds(15));
        after.Recv();
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(14));
        Assert.Equal(RecvTimeoutResult.Timeout, after.Recv(TimeSpan.FromMilliseconds(20), out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mpsc.After(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public void CB03_tick_repeats()
    {
        using var tick = Mpsc.Tick(TimeSpan.FromMilliseconds(2));
        Assert.True(tick.Recv() <= tick.Recv());
        Assert.Throws<ArgumentOutOfRangeException>(() => Mpsc.Tick(TimeSpan.Zero));
    }

    [Fact]
    public void CB03_never_delivers_nothing()
    {
        using var never = Mpsc.Never<int>();
        Assert.Equal(RecvTimeoutResult.Timeout, never.Recv(TimeSpan.FromMilliseconds(5), out _));
        Assert.Equal(TryRecvResult.Empty, never.TryRecv(out _));
    }

    [Fact]
    public void An_interrupted_select_leaves_every_queue()
    {
        var (s1, r1) = Mpsc.SyncChannel<int>(0);
        var (s2, r2) = Mpsc.SyncChannel<int>(0);
        var handle = Threads.Spawn(() => new Select().Recv(r1).Recv(r2).Run());
        Eventually.Blocked(handle);
        handle.Thread.Interrupt();
        Assert.IsType<ThreadInterruptedException>(handle.JoinResult().Panic);
        Assert.Equal(TrySendResult.Full, s1.TrySend(1));
        Assert.Equal(TrySendResult.Full, s2.TrySend(1));
    }
}
