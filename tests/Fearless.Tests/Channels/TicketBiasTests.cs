using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Fearless.Channels;
using Fearless.Internal;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Channels;

/// <summary>Thousands of values in a row from one thread, so that the queue's counters become its own; then others want them.</summary>
public sealed class TicketBiasTests
{
    private const int Streak = 3000;

    [Theory, InlineData(16), InlineData(1024), InlineData(100_000)]
    public void Senders_that_take_turns_lose_nothing(int bound) => Repeat.Run(5, _ =>
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(bound);
        var turn = 0;
        var handles = Enumerable.Range(0, 3).Select(me => Threads.Spawn(() =>
        {
            for (var round = 0; round < 3; round++)
            {
                SpinWait.SpinUntil(() => Volatile.Read(ref turn) == (round * 3) + me);
                for (var i = 0; i < Streak; i++)
                {
                    // The next one begins in the middle of this one's streak.
                    if (i == Streak * 2 / 3)
                    {
                        Volatile.Write(ref turn, turn + 1);
                    }

                    sender.Send((me * 100_000) + (round * Streak) + i);
                }
            }
        })).ToList();
        var next = new int[3];
        for (var i = 0; i < 9 * Streak; i++)
        {
            var value = receiver.Recv();
            Assert.Equal(next[value / 100_000]++, value % 100_000);
        }

        handles.ForEach(Eventually.Joins);
        sender.Dispose();
        Assert.Equal(TryRecvResult.Disconnected, receiver.TryRecv(out var _));
    });

    [Theory, InlineData(16), InlineData(1024)]
    public void Receivers_that_take_turns_get_each_value_once(int bound) => Repeat.Run(5, _ =>
    {
        var (sender, receiver) = Mpmc.SyncChannel<int>(bound);
        var got = new List<int>[] { [], [] };
        var handles = Enumerable.Range(0, 2).Select(me => Threads.Spawn(() =>
        {
            while (receiver.TryRecv(out var value) is var result && result != TryRecvResult.Disconnected)
            {
                if (result == TryRecvResult.Received)
                {
                    got[me].Add(value);
                    if (got[me].Count % Streak == 0)
                    {
                        Thread.Sleep(1);
                    }
                }
            }
        })).ToList();
        for (var i = 0; i < 10 * Streak; i++)
        {
            sender.Send(i);
        }

        sender.Dispose();
        handles.ForEach(Eventually.Joins);
        Assert.Equal(Enumerable.Range(0, 10 * Streak), got[0].Concat(got[1]).Order());
        Assert.All(got, values => Assert.Equal(values.Order(), values));
    });

    [Fact]
    public void The_receiver_goes_in_the_middle_of_a_streak() => Repeat.Run(50, round =>
    {
        var (sender, receiver) = Mpsc.SyncChannel<Tracked>(1024);
        var sent = new List<Tracked>();
        var handle = Threads.Spawn(() =>
        {
            try
            {
                while (true)
                {
                    var value = new Tracked();
                    sender.Send(value);
                    sent.Add(value);
                }
            }
            catch (DisconnectedException)
            {
            }
        });
        for (var i = 0; i < 500 + (round * 40); i++)
        {
            receiver.Recv().Dispose();
        }

        receiver.Dispose();
        Eventually.Joins(handle);
        Assert.True(sent.Count >= 500 + (round * 40));
        Assert.All(sent, value => Assert.Equal(1, value.Disposals));
    });

    [Fact]
    public void A_thread_that_is_gone_leaves_its_bias_behind()
    {
        var tickets = default(Tickets);
        var gate = new Gate();
        var owner = new Thread(() => Assert.True(BecomesBiased(ref tickets)));
        owner.Start();
        owner.Join();
        Assert.Equal(Tickets.Biased, tickets.Read() & Tickets.Biased);

        Assert.False(tickets.TryAdvance(tickets.Read()));
        Assert.True(tickets.TryUnbiasRival(gate));
        Assert.Equal(0, tickets.Read() & Tickets.Biased);
        Assert.True(tickets.TryAdvance(tickets.Read()));
        // And not again so soon.
        Assert.False(BecomesBiased(ref tickets));
    }

    [Fact]
    public void A_flag_ends_the_bias_and_the_owner_finds_it()
    {
        var tickets = default(Tickets);
        Assert.True(BecomesBiased(ref tickets));
        var seen = tickets.Read();
        Assert.True(tickets.TryAdvance(seen));
        Assert.Equal(seen + Tickets.One, tickets.Set(1) + Tickets.Biased);
        Assert.Equal(1, tickets.Read() & (Tickets.One - 1));
        // With a flag up there is no bias.
        Assert.False(BecomesBiased(ref tickets));
        tickets.Clear(1);
        Assert.True(BecomesBiased(ref tickets));
    }

    private static bool BecomesBiased(ref Tickets tickets)
    {
        for (var i = 0; i < 3 * Asymmetric.Worthwhile && (tickets.Read() & Tickets.Biased) == 0; i++)
        {
            var seen = tickets.Read();
            Assert.True(tickets.TryAdvance(seen));
            if (Tickets.IsSampled(seen))
            {
                tickets.ConsiderBias();
            }
        }

        return (tickets.Read() & Tickets.Biased) != 0;
    }
}
