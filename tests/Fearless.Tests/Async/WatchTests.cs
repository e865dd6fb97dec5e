using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Async;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Asynchronous;

public sealed class WatchTests
{
    [Fact]
    public async Task AS29_changed_completes_only_for_values_not_seen()
    {
        var (sender, receiver) = Watch.Channel("one");
        Assert.Equal("one", receiver.Current);
        Assert.False(receiver.HasChanged);
        var changed = receiver.ChangedAsync();
        Assert.False(changed.IsCompleted);
        sender.Send("two");
        await Eventually.Ends(changed);
        Assert.Equal("two", receiver.GetAndMarkSeen());
        Assert.False(receiver.ChangedAsync().IsCompleted);
    }

    [Fact]
    public void AS29_get_and_mark_seen_marks_and_current_does_not()
    {
        var (sender, receiver) = Watch.Channel(1);
        sender.Send(2);
        Assert.Equal(2, receiver.Current);
        Assert.True(receiver.HasChanged);
        Assert.Equal(2, receiver.GetAndMarkSeen());
        Assert.False(receiver.HasChanged);
    }

    [Fact]
    public async Task AS29_the_last_value_is_seen_even_if_the_sender_is_gone_and_then_it_fails()
    {
        var (sender, receiver) = Watch.Channel(1);
        sender.Send(2);
        sender.Dispose();
        sender.Dispose();
        await Eventually.Ends(receiver.ChangedAsync());
        Assert.Equal(2, receiver.GetAndMarkSeen());
        await Assert.ThrowsAsync<DisconnectedException>(() => receiver.ChangedAsync().AsTask());
        Assert.Throws<ObjectDisposedException>(() => sender.Send(3));
    }

    [Fact]
    public async Task AS29_a_pending_changed_fails_when_the_sender_goes()
    {
        var (sender, receiver) = Watch.Channel(1);
        var changed = receiver.ChangedAsync();
        sender.Dispose();
        await Assert.ThrowsAsync<DisconnectedException>(() => Eventually.Ends(changed));
    }

    [Fact]
    public void AS30_a_throwing_change_tells_nobody_and_changes_nothing()
    {
        var (sender, receiver) = Watch.Channel(1);
        Assert.Throws<FormatException>(() => sender.SendModify(_ => throw new FormatException()));
        Assert.False(receiver.HasChanged);
        Assert.Equal(1, sender.Current);
        sender.SendModify(value => value + 1);
        Assert.Equal(2, receiver.GetAndMarkSeen());
        Assert.Throws<LockRecursionException>(() => sender.SendModify(value =>
        {
            sender.Send(9);
            return value;
        }));
        Assert.Equal(2, sender.Replace(3));
    }

    [Fact]
    public void AS30_send_if_modified_tells_only_if_it_was()
    {
        var (sender, receiver) = Watch.Channel(1);
        Assert.False(sender.SendIfModified((ref int value) =>
        {
            value = 5;
            return false;
        }));
        Assert.False(receiver.HasChanged);
        Assert.Equal(1, sender.Current);
        Assert.True(sender.SendIfModified((ref int value) => value++ == 1));
        Assert.True(receiver.HasChanged);
        Assert.Equal(2, receiver.GetAndMarkSeen());
        Assert.Throws<FormatException>(() => sender.SendIfModified((ref int value) =>
        {
            value = 9;
            throw new FormatException();
        }));
        Assert.False(receiver.HasChanged);
        Assert.Equal(2, sender.Current);
    }

    [Fact]
    public async Task AS30_marking_and_waiting_for_a_condition()
    {
        var (sender, receiver) = Watch.Channel(1);
        receiver.MarkChanged();
        Assert.True(receiver.HasChanged);
        Assert.True(receiver.ChangedAsync().IsCompletedSuccessfully);
        sender.Send(2);
        receiver.MarkUnchanged();
        Assert.False(receiver.HasChanged);
        Assert.Equal(2, await receiver.WaitForAsync(value => value == 2));
        var five = receiver.WaitForAsync(value => value >= 5);
        sender.Send(4);
        Assert.False(five.IsCompleted);
        sender.Send(6);
        Assert.Equal(6, await Eventually.Ends(five));
    }

    [Fact]
    public async Task AS31_receivers_are_made_later_by_subscribe_and_clone()
    {
        var (sender, receiver) = Watch.Channel(1);
        sender.Send(2);
        using var late = sender.Subscribe();
        Assert.False(late.HasChanged);
        using var clone = receiver.Clone();
        Assert.True(clone.HasChanged);
        receiver.Dispose();
        Assert.Throws<ObjectDisposedException>(() => receiver.Current);
        sender.Send(3);
        await Eventually.Ends(late.ChangedAsync());
        Assert.Equal(3, clone.GetAndMarkSeen());
    }

    [Fact]
    public async Task A_cancelled_wait_marks_nothing()
    {
        var (sender, receiver) = Watch.Channel(1);
        using var cancellation = new CancellationTokenSource();
        var changed = receiver.ChangedAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(changed));
        Assert.True(receiver.ChangedAsync(cancellation.Token).IsCanceled);
        sender.Send(2);
        Assert.True(receiver.HasChanged);
    }

    [Fact]
    public async Task Every_receiver_reaches_the_last_value()
    {
        var (sender, receiver) = Watch.Channel(0);
        var readers = Enumerable.Range(0, 4).Select(_ => receiver.Clone()).Select(own => Task.Run(async () =>
        {
            var last = 0;
            while (last < 1000)
            {
                await own.ChangedAsync();
                var now = own.GetAndMarkSeen();
                Assert.True(now >= last);
                last = now;
            }
        })).ToList();
        for (var i = 1; i <= 1000; i++)
        {
            sender.Send(i);
        }

        await Eventually.Ends(Task.WhenAll(readers));
    }
}
