using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Channels;

public sealed class ChannelStressTests
{
    public static TheoryData<int> Kinds => ChannelTests.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public void CH08_senders_in_a_loop_stop_when_the_receiver_goes(int kind) => Repeat.Run(20, round =>
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        var handles = Enumerable.Range(0, 1 + round % 2).Select(_ => Threads.Spawn(void () =>
        {
            while (true)
            {
                sender.Send(1);
            }
        })).ToList();
        receiver.Recv();
        receiver.Dispose();
        Assert.All(handles, handle => Assert.IsType<DisconnectedException>(handle.JoinPanic()));
    });

    [Theory, MemberData(nameof(Kinds))]
    public void CH12_a_sender_dropped_right_after_its_last_send_loses_nothing(int kind) => Repeat.Run(500, _ =>
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        ThreadPool.UnsafeQueueUserWorkItem(static sender =>
        {
            sender.Send(1);
            sender.Dispose();
        }, sender, preferLocal: false);
        Assert.Equal([1], receiver);
    });

    [Theory, MemberData(nameof(Kinds))]
    public void CH13_CH15_SC19_ten_thousand_messages_arrive_in_order(int kind) => Repeat.Run(1, _ =>
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        var producer = Threads.Spawn(() =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                sender.Send(i);
            }

            sender.Dispose();
        });
        var expected = 0;
        foreach (var value in receiver)
        {
            Assert.Equal(expected++, value);
        }

        Assert.Equal(10_000, expected);
        Eventually.Joins(producer);
    });

    [Theory, InlineData(-1, 10_000), InlineData(0, 1000), InlineData(1, 1000), InlineData(3, 1000)]
    public void CH14_CH15_SC20_eight_producers_all_arrive_in_each_ones_order(int kind, int each) => Repeat.Run(1, _ =>
    {
        var (sender, receiver) = ChannelTests.Make<(int Producer, int Number)>(kind);
        var handles = Enumerable.Range(0, 8).Select(producer =>
        {
            var own = sender.Clone();
            return Threads.Spawn(() =>
            {
                for (var i = 0; i < each; i++)
                {
                    own.Send((producer, i));
                }

                own.Dispose();
            });
        }).ToList();
        var next = new int[8];
        for (var i = 0; i < 8 * each; i++)
        {
            var (producer, number) = receiver.Recv();
            Assert.Equal(next[producer]++, number);
        }

        Assert.Equal(TryRecvResult.Empty, receiver.TryRecv(out var _));
        handles.ForEach(Eventually.Joins);
        sender.Dispose();
        Assert.Equal(TryRecvResult.Disconnected, receiver.TryRecv(out var _));
    });

    [Theory, MemberData(nameof(Kinds))]
    public void CH16_four_producers_give_the_exact_multiset(int kind) => Repeat.Run(10, _ =>
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        var handles = Enumerable.Range(0, 4).Select(p => Threads.Spawn(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                sender.Send(p * 100 + i);
            }
        })).ToList();
        var got = Enumerable.Range(0, 400).Select(_ => receiver.Recv()).Order().ToList();
        Assert.Equal(Enumerable.Range(0, 400), got);
        handles.ForEach(Eventually.Joins);
        Assert.Equal(TryRecvResult.Empty, receiver.TryRecv(out var _));
        Assert.Equal(RecvTimeoutResult.Timeout, receiver.Recv(TimeSpan.FromMilliseconds(1), out var _));
        sender.Dispose();
        Assert.Equal(RecvTimeoutResult.Disconnected, receiver.Recv(TimeSpan.FromMilliseconds(1), out var _));
    });

    [Theory, InlineData(-1), InlineData(10_000)]
    public void CH17_SC25_ten_thousand_sends_return_with_nobody_receiving(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        for (var i = 0; i < 10_000; i++)
        {
            sender.Send(i);
        }

        Assert.Equal(10_000, receiver.Count);
        Assert.Equal(Enumerable.Range(0, 10_000), receiver.TryIter());
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH18_two_channels_ping_pong(int kind)
    {
        var (s1, r1) = ChannelTests.Make<int>(kind);
        var (s2, r2) = ChannelTests.Make<int>(kind);
        var echo = Threads.Spawn(() =>
        {
            foreach (var value in r1)
            {
                s2.Send(value + 1);
            }
        });
        for (var i = 0; i < 500; i++)
        {
            s1.Send(i);
            Assert.Equal(i + 1, r2.Recv());
        }

        s1.Dispose();
        Eventually.Joins(echo);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH27_CH44_SC31_both_halves_may_go_at_once(int kind) => Repeat.Run(300, round =>
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        var clone = sender.Clone();
        Threads.Join(
            () =>
            {
                Record.Exception(() => clone.Send(1, TimeSpan.FromMilliseconds(round % 3)));
                clone.Dispose();
                sender.Dispose();
                return 0;
            },
            () =>
            {
                if (round % 2 == 0)
                {
                    receiver.TryRecv(out _);
                }

                receiver.Dispose();
                return 0;
            });
    });

    [Theory, InlineData(-1), InlineData(1)]
    public void CH28_both_ends_move_from_thread_to_thread(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        for (var i = 0; i < 10; i++)
        {
            Threads.Spawn(() => sender.Send(i)).Join();
            Assert.Equal(i, Threads.Spawn(receiver.Recv).Join());
        }
    }

    [Theory, InlineData(-1, 1, 5.0), InlineData(-1, 101, 5.0), InlineData(0, 1, 0.05), InlineData(0, 8, 0.05), InlineData(1, 8, 0.05)]
    public void CH33_SC21_SC22_SC23_a_loop_of_timed_recvs_loses_and_doubles_nothing(int kind, int producers, double milliseconds)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        var each = 2000 / producers;
        var handles = Enumerable.Range(0, producers).Select(p =>
        {
            var own = sender.Clone();
            return Threads.Spawn(() =>
            {
                for (var i = 0; i < each; i++)
                {
                    own.Send(p * each + i);
                    if (i % 16 == 0)
                    {
                        Thread.Yield();
                    }
                }

                own.Dispose();
            });
        }).ToList();
        sender.Dispose();
        var seen = new HashSet<int>();
        while (receiver.Recv(TimeSpan.FromMilliseconds(milliseconds), out var value) is var result && result != RecvTimeoutResult.Disconnected)
        {
            if (result == RecvTimeoutResult.Received)
            {
                Assert.True(seen.Add(value));
            }
        }

        Assert.Equal(each * producers, seen.Count);
        handles.ForEach(Eventually.Joins);
    }

    [Fact]
    public void CH35_a_timed_recv_racing_with_the_first_clone_and_send_loses_nothing() => Repeat.Run(200, _ =>
    {
        var (sender, receiver) = Mpsc.Channel<int>();
        ThreadPool.UnsafeQueueUserWorkItem(static sender =>
        {
            using var clone = sender.Clone();
            clone.Send(1);
        }, sender, preferLocal: false);
        Assert.Equal(RecvTimeoutResult.Received, receiver.Recv(Eventually.Limit, out var _));
        GC.KeepAlive(sender);
    });

    [Theory, MemberData(nameof(Kinds))]
    public void CH47_two_threads_that_break_the_rule_still_get_each_value_once(int kind) => Repeat.Run(3, _ =>
    {
        const int total = 4000;
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        var consumers = Enumerable.Range(0, 2).Select(_ => Threads.Spawn(() => receiver.ToList())).ToList();
        for (var i = 0; i < total; i++)
        {
            sender.Send(i);
        }

        sender.Dispose();
        var all = consumers.SelectMany(Eventually.Joins).Order().ToList();
        Assert.Equal(Enumerable.Range(0, total), all);
    });

    [Fact]
    public void SC26_a_hundred_and_one_producers_through_a_rendezvous()
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(0);
        var handles = Enumerable.Range(0, 101).Select(i => Threads.Spawn(() => sender.Send(i))).ToList();
        Assert.Equal(Enumerable.Range(0, 101), Enumerable.Range(0, 101).Select(_ => receiver.Recv()).Order());
        handles.ForEach(Eventually.Joins);
    }

    [Fact]
    public void SC27_try_send_from_two_threads() => Repeat.Run(100, _ =>
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(3);
        var sent = 0;
        Threads.Join(
            () => Interlocked.Add(ref sent, Enumerable.Range(0, 3).Count(i => sender.TrySend(i) == TrySendResult.Sent)),
            () => Interlocked.Add(ref sent, Enumerable.Range(0, 3).Count(i => sender.TrySend(i) == TrySendResult.Sent)));
        Assert.Equal(3, sent);
        Assert.Equal(3, receiver.TryIter().Count());
    });

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void SC32_the_count_never_exceeds_the_bound(int bound) => Repeat.Run(3, _ =>
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(bound);
        var producers = Enumerable.Range(0, 3).Select(_ => Threads.Spawn(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                sender.Send(i);
            }
        })).ToList();
        for (var i = 0; i < 3000; i++)
        {
            Assert.InRange(receiver.Count, 0, bound);
            receiver.Recv();
        }

        producers.ForEach(Eventually.Joins);
    });

    [Theory, InlineData(1024), InlineData(3), InlineData(-1)]
    public void Steady_sends_and_receives_allocate_nothing(int bound)
    {
        var (sender, receiver) = ChannelTests.Make<string>(bound);
        for (var warm = 0; warm < 2048; warm++)
        {
            sender.Send("a");
            receiver.Recv();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            sender.Send("a");
            receiver.Recv();
            sender.TrySend("b");
            receiver.TryRecv(out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
