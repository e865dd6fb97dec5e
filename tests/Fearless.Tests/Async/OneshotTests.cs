using System;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Async;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Asynchronous;

public sealed class OneshotTests
{
    private readonly record struct Big(long A, long B, long C, long D);

    [Fact]
    public async Task OS01_AS17_send_then_receive()
    {
        var (s1, r1) = Oneshot.Channel<Big>();
        Assert.True(s1.TrySend(new Big(1, 2, 3, 4)));
        Assert.Equal(TryRecvResult.Received, r1.TryRecv(out var big));
        Assert.Equal(new Big(1, 2, 3, 4), big);
        var (s2, r2) = Oneshot.Channel<ValueTuple>();
        Assert.True(s2.TrySend(default));
        Assert.True(r2.RecvAsync().IsCompletedSuccessfully);
        var (s3, r3) = Oneshot.Channel<string>();
        Assert.True(s3.TrySend("a"));
        Assert.Equal("a", await r3.RecvAsync());
    }

    [Fact]
    public async Task OS02_a_sender_disposed_unused_disconnects()
    {
        var (sender, receiver) = Oneshot.Channel<int>();
        sender.Dispose();
        Assert.Equal(TryRecvResult.Disconnected, receiver.TryRecv(out _));
        await Assert.ThrowsAsync<DisconnectedException>(() => receiver.RecvAsync().AsTask());
        Assert.False(sender.TrySend(1));
    }

    [Fact]
    public async Task OS03_AS17_a_send_to_a_disposed_receiver_fails_and_keeps_the_value()
    {
        var (sender, receiver) = Oneshot.Channel<Droppable>();
        Assert.False(sender.IsClosed);
        receiver.Dispose();
        var value = new Droppable();
        Assert.True(sender.IsClosed);
        Assert.False(sender.TrySend(value));
        Assert.Equal(0, value.Drops);
        Assert.Throws<ObjectDisposedException>(() => receiver.TryRecv(out _));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => receiver.RecvAsync().AsTask());
    }

    [Fact]
    public async Task OS04_a_receive_before_the_send_gets_the_value()
    {
        var (sender, receiver) = Oneshot.Channel<int>();
        var receiving = receiver.RecvAsync();
        Assert.False(receiving.IsCompleted);
        Assert.True(sender.TrySend(4));
        Assert.Equal(4, await Eventually.Ends(receiving));
    }

    [Fact]
    public async Task OS05_a_pending_receive_fails_when_the_sender_goes()
    {
        var (sender, receiver) = Oneshot.Channel<int>();
        var receiving = receiver.RecvAsync();
        sender.Dispose();
        await Assert.ThrowsAsync<DisconnectedException>(() => Eventually.Ends(receiving));
    }

    [Fact]
    public async Task OS06_OS07_nothing_sent_is_empty_and_a_cancelled_receive_can_be_repeated()
    {
        var (sender, receiver) = Oneshot.Channel<int>();
        Assert.Equal(TryRecvResult.Empty, receiver.TryRecv(out _));
        using var cancellation = new CancellationTokenSource();
        var receiving = receiver.RecvAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(receiving));
        Assert.True(receiver.RecvAsync(cancellation.Token).IsCanceled);
        Assert.True(sender.TrySend(1));
        Assert.Equal(1, await Eventually.Ends(receiver.RecvAsync()));
    }

    [Fact]
    public void OS09_a_value_sent_but_not_received_is_disposed_with_the_receiver()
    {
        var (sender, receiver) = Oneshot.Channel<Droppable>();
        var value = new Droppable();
        sender.TrySend(value);
        receiver.Dispose();
        receiver.Dispose();
        Assert.Equal(1, value.Drops);
    }

    [Fact]
    public void OS12_a_second_send_fails()
    {
        var (sender, receiver) = Oneshot.Channel<int>();
        Assert.True(sender.TrySend(1));
        Assert.False(sender.TrySend(2));
        receiver.TryRecv(out var value);
        Assert.Equal(1, value);
    }

    [Fact]
    public void AS17_a_value_sent_before_the_sender_went_stays_receivable()
    {
        var (sender, receiver) = Oneshot.Channel<int>();
        sender.TrySend(1);
        sender.Dispose();
        Assert.Equal(TryRecvResult.Received, receiver.TryRecv(out _));
    }

    [Fact]
    public async Task AS18_after_the_value_was_received_a_receive_fails_again()
    {
        var (sender, receiver) = Oneshot.Channel<int>();
        sender.TrySend(1);
        receiver.TryRecv(out _);
        Assert.Equal(TryRecvResult.Disconnected, receiver.TryRecv(out _));
        await Assert.ThrowsAsync<DisconnectedException>(() => receiver.RecvAsync().AsTask());
    }

    [Fact]
    public async Task AS19_closed_completes_when_the_receiver_goes()
    {
        var (sender, receiver) = Oneshot.Channel<int>();
        using var cancellation = new CancellationTokenSource();
        var cancelled = sender.ClosedAsync(cancellation.Token);
        var closed = sender.ClosedAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(cancelled));
        Assert.False(closed.IsCompleted);
        receiver.Dispose();
        await Eventually.Ends(closed);
        Assert.True(sender.ClosedAsync().IsCompletedSuccessfully);
    }

    [Fact]
    public void A_send_racing_with_the_receivers_end_is_received_or_disposed_or_refused() => Repeat.Run(500, _ =>
    {
        var (sender, receiver) = Oneshot.Channel<Droppable>();
        var value = new Droppable();
        var (sent, _) = Threads.Join(() => sender.TrySend(value), () =>
        {
            receiver.Dispose();
            return 0;
        });
        Assert.Equal(sent ? 1 : 0, value.Drops);
    });

    [Fact]
    public void OS11_is_ready_once_a_value_was_sent()
    {
        var (sender, receiver) = Oneshot.Channel<int>();
        Assert.False(receiver.IsReady);
        sender.TrySend(1);
        Assert.True(receiver.IsReady);
        Assert.Equal(TryRecvResult.Received, receiver.TryRecv(out _));
        Assert.False(receiver.IsReady);
        var (unused, waiting) = Oneshot.Channel<int>();
        unused.Dispose();
        Assert.False(waiting.IsReady);
        Assert.Equal(TryRecvResult.Disconnected, waiting.TryRecv(out _));
    }
}
