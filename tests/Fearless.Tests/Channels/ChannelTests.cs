using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Channels;

/// <summary>What every kind of channel does; -1 is the unbounded one.</summary>
public sealed class ChannelTests
{
    public static TheoryData<int> Kinds => [-1, 0, 1, 3];

    public static TheoryData<int> Queues => [-1, 1, 3];

    internal static (Sender<T> Sender, Receiver<T> Receiver) Make<T>(int kind) => kind < 0 ? Mpsc.Channel<T>() : Mpsc.SyncChannel<T>(kind);

    [Theory, MemberData(nameof(Queues))]
    public void CH01_CH03_SC01_send_then_recv_gives_the_value(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        sender.Send(1);
        Assert.Equal(1, receiver.Recv());
        using var clone = sender.Clone();
        clone.Send(2);
        Assert.Equal(2, receiver.Recv());
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH02_CH19_a_channel_can_be_dropped_in_any_order(int kind)
    {
        var (s1, r1) = Make<int>(kind);
        s1.TrySend(1);
        s1.Dispose();
        r1.Dispose();
        var (s2, r2) = Make<int>(kind);
        r2.Dispose();
        s2.Dispose();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH04_SC10_send_from_another_thread_is_received(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        var handle = Threads.Spawn(() => sender.Send(5));
        Assert.Equal(5, receiver.Recv());
        Eventually.Joins(handle);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH05_CH06_CH07_SC14_send_fails_once_the_receiver_is_gone_and_the_value_is_still_the_senders(int kind)
    {
        var (sender, receiver) = Make<Droppable>(kind);
        receiver.Dispose();
        for (var i = 0; i < 2; i++)
        {
            var value = new Droppable();
            Assert.Throws<DisconnectedException>(() => sender.Send(value));
            Assert.Equal(TrySendResult.Disconnected, sender.TrySend(value));
            Assert.Equal(SendTimeoutResult.Disconnected, sender.Send(value, TimeSpan.MaxValue));
            Assert.Equal(0, value.Drops);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH09_CH23_recv_fails_again_and_again_once_all_senders_are_gone(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        sender.Dispose();
        for (var i = 0; i < 2; i++)
        {
            Assert.Throws<DisconnectedException>(() => receiver.Recv());
            Assert.Equal(TryRecvResult.Disconnected, receiver.TryRecv(out _));
            Assert.Equal(RecvTimeoutResult.Disconnected, receiver.Recv(TimeSpan.MaxValue, out _));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH10_one_dropped_sender_of_two_does_not_disconnect(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        var clone = sender.Clone();
        sender.Dispose();
        Assert.Equal(TryRecvResult.Empty, receiver.TryRecv(out _));
        clone.Dispose();
        Assert.Equal(TryRecvResult.Disconnected, receiver.TryRecv(out _));
    }

    [Theory, MemberData(nameof(Queues))]
    public void CH11_SC16_values_sent_before_the_last_sender_went_are_all_received(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        sender.Send(1);
        sender.Dispose();
        Assert.Equal(1, receiver.Recv());
        Assert.Throws<DisconnectedException>(() => receiver.Recv());
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH20_a_failed_recv_in_a_thread_is_that_threads_panic(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        sender.Dispose();
        Assert.IsType<DisconnectedException>(Threads.Spawn(void () => receiver.Recv()).JoinPanic());
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH21_try_recv_is_empty_while_senders_live(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        Assert.Equal(TryRecvResult.Empty, receiver.TryRecv(out _));
        GC.KeepAlive(sender);
    }

    [Theory, MemberData(nameof(Queues))]
    public void CH22_CH24_try_recv_goes_from_empty_to_value_to_empty_to_disconnected(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        Assert.Equal(TryRecvResult.Empty, receiver.TryRecv(out _));
        Threads.Spawn(() => sender.Send(7)).Join();
        Assert.Equal(TryRecvResult.Received, receiver.TryRecv(out var value));
        Assert.Equal(7, value);
        Assert.Equal(TryRecvResult.Empty, receiver.TryRecv(out _));
        Threads.Spawn(sender.Dispose).Join();
        Assert.Equal(TryRecvResult.Disconnected, receiver.TryRecv(out _));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH37_SC24_enumerating_blocks_for_each_value_and_ends_when_disconnected(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        var sum = Threads.Spawn(() => receiver.Sum());
        foreach (var value in new[] { 3, 1, 2 })
        {
            sender.Send(value);
        }

        sender.Dispose();
        Assert.Equal(6, Eventually.Joins(sum));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH38_CH41_leaving_an_enumeration_leaves_the_rest(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        var producer = Threads.Spawn(() =>
        {
            for (var i = 0; i < 4; i++)
            {
                sender.Send(i);
            }
        });
        var seen = new List<int>();
        foreach (var value in receiver)
        {
            seen.Add(value);
            if (value == 1)
            {
                break;
            }
        }

        Assert.Equal([0, 1], seen);
        Assert.Equal(2, receiver.Recv());
        Assert.Equal(3, receiver.Recv());
        Eventually.Joins(producer);
    }

    [Theory, MemberData(nameof(Queues))]
    public void CH39_try_iter_yields_what_is_queued_and_never_blocks(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        var queued = receiver.TryIter();
        Assert.Empty(queued);
        sender.Send(4);
        Assert.Equal([4], queued);
        Assert.Empty(queued);
        sender.Send(5);
        Assert.Equal([5], queued);
    }

    [Theory, MemberData(nameof(Queues))]
    public void CH40_an_enumerator_keeps_the_channel_alive(int kind)
    {
        static IEnumerable<int> Filled(int kind)
        {
            var (sender, receiver) = Make<int>(kind);
            sender.Send(1);
            sender.Dispose();
            return receiver;
        }

        var values = Filled(kind);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal([1], values);
    }

    [Theory, MemberData(nameof(Queues))]
    public void CH42_SC28_AS26_dropping_the_receiver_drops_what_is_queued_at_once(int kind)
    {
        var (sender, receiver) = Make<Droppable>(kind);
        var value = new Droppable();
        sender.Send(value);
        receiver.Dispose();
        Assert.Equal(1, value.Drops);
    }

    [Fact]
    public void CH42_a_dispose_that_throws_does_not_keep_the_others_queued()
    {
        var (sender, receiver) = Mpsc.Channel<Droppable>();
        var last = new Droppable();
        sender.Send(new Droppable(void () => throw new FormatException()));
        sender.Send(last);
        Assert.Throws<FormatException>(receiver.Dispose);
        Assert.Equal(1, last.Drops);
    }

    [Fact]
    public void CH45_a_successful_send_does_not_promise_delivery()
    {
        var (sender, receiver) = Mpsc.Channel<int>();
        sender.Send(1);
        receiver.Dispose();
        Assert.Equal(TrySendResult.Disconnected, sender.TrySend(2));
    }

    [Fact]
    public void CH46_the_texts_say_which_half_is_gone()
    {
        var (sender, receiver) = Mpsc.Channel<int>();
        receiver.Dispose();
        Assert.StartsWith("sending on a closed channel", Assert.Throws<DisconnectedException>(() => sender.Send(1)).Message, StringComparison.Ordinal);
        var (other, closed) = Mpsc.Channel<int>();
        other.Dispose();
        Assert.StartsWith("receiving on a closed channel", Assert.Throws<DisconnectedException>(() => closed.Recv()).Message, StringComparison.Ordinal);
        Assert.NotEmpty(new DisconnectedException().Message);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH49_a_sender_disposed_twice_counts_once(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        using var clone = sender.Clone();
        sender.Dispose();
        sender.Dispose();
        Assert.Equal(TryRecvResult.Empty, receiver.TryRecv(out _));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void CH50_using_a_disposed_half_fails_and_leaves_the_channel_alone(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        using var clone = sender.Clone();
        sender.Dispose();
        Assert.Throws<ObjectDisposedException>(() => sender.Send(1));
        Assert.Throws<ObjectDisposedException>(() => sender.TrySend(1));
        Assert.Throws<ObjectDisposedException>(() => sender.Clone());
        Assert.Throws<ObjectDisposedException>(() => { _ = sender.SendAsync(1); });
        Assert.Equal(TryRecvResult.Empty, receiver.TryRecv(out _));
        receiver.Dispose();
        receiver.Dispose();
        Assert.Throws<ObjectDisposedException>(() => receiver.Recv());
        Assert.Throws<ObjectDisposedException>(() => receiver.TryRecv(out _));
        Assert.Throws<ObjectDisposedException>(() => receiver.Recv(TimeSpan.Zero, out _));
        Assert.Throws<ObjectDisposedException>(() => { _ = receiver.RecvAsync(); });
        Assert.Throws<ObjectDisposedException>(() => receiver.ToList());
    }

    [Fact]
    public void CH51_a_collected_sender_disconnects_in_the_end()
    {
        var receiver = OrphanReceiver();
        Eventually.True(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return receiver.TryRecv(out _) == TryRecvResult.Disconnected;
        });

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static Receiver<int> OrphanReceiver() => Mpsc.Channel<int>().Receiver;
    }

    [Fact]
    public void CH51_a_collected_receiver_fails_its_senders_in_the_end()
    {
        var sender = OrphanSender();
        Eventually.True(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return sender.TrySend(1) == TrySendResult.Disconnected;
        });

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static Sender<int> OrphanSender() => Mpsc.Channel<int>().Sender;
    }

    [Fact]
    public void SC33_a_negative_bound_is_rejected()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Mpsc.SyncChannel<int>(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mpsc.SyncChannel<int>(int.MaxValue));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void AS25_a_weak_sender_does_not_keep_the_channel_open(int kind)
    {
        var (sender, receiver) = Make<int>(kind);
        var weak = sender.Downgrade();
        Assert.True(weak.TryUpgrade(out var second));
        sender.Dispose();
        Assert.Equal(TryRecvResult.Empty, receiver.TryRecv(out _));
        second.Dispose();
        Assert.Equal(TryRecvResult.Disconnected, receiver.TryRecv(out _));
        Assert.False(weak.TryUpgrade(out var late));
        Assert.Null(late);
        Assert.Throws<ObjectDisposedException>(sender.Downgrade);
    }

    [Theory, MemberData(nameof(Queues))]
    public void AS25_upgrading_races_with_the_last_dispose(int kind) => Repeat.Run(200, _ =>
    {
        var (sender, receiver) = Make<int>(kind);
        var weak = sender.Downgrade();
        var upgrading = Threads.Spawn(() =>
        {
            if (!weak.TryUpgrade(out var strong))
            {
                return 0;
            }

            using (strong)
            {
                strong.Send(1);
            }

            return 1;
        });
        sender.Dispose();
        Assert.Equal(receiver.Count(), Eventually.Joins(upgrading));
    });

    [Fact]
    public void A_rendezvous_keeps_no_value_alive_that_it_did_not_take()
    {
        var (sender, receiver) = Mpsc.SyncChannel<object>(0);
        var offered = Offer(sender);
        GC.Collect();
        Assert.False(offered.IsAlive);
        Assert.Equal(TryRecvResult.Empty, receiver.TryRecv(out _));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Offer(Sender<object> sender)
        {
            var value = new object();
            Assert.Equal(SendTimeoutResult.Timeout, sender.Send(value, TimeSpan.FromMilliseconds(1)));
            return new WeakReference(value);
        }
    }
}
