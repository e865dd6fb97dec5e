using Xunit;

namespace Fearless.Tests.Channels;

/// <summary>What the two ends tell about the channel; -1 is the unbounded one.</summary>
public sealed class ChannelStateTests
{
    [Theory, MemberData(nameof(ChannelTests.Kinds), MemberType = typeof(ChannelTests))]
    public void AS27_MM03_capacity_count_and_whether_anybody_will_receive(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        int? capacity = kind < 0 ? null : kind;
        Assert.Equal(capacity, sender.Capacity);
        Assert.Equal(capacity, receiver.Capacity);
        Assert.Equal(sender.TrySend(1) == TrySendResult.Sent ? 1 : 0, receiver.Count);
        Assert.False(sender.IsDisconnected);
        receiver.Dispose();
        Assert.True(sender.IsDisconnected);
        Assert.Equal(TrySendResult.Disconnected, sender.TrySend(1));
    }

    [Theory, MemberData(nameof(ChannelTests.Queues), MemberType = typeof(ChannelTests))]
    public void AS27_the_receiver_knows_that_all_senders_are_gone_while_values_are_queued(int kind)
    {
        var (sender, receiver) = ChannelTests.Make<int>(kind);
        Assert.True(receiver.IsEmpty);
        sender.Send(1);
        Assert.False(receiver.IsEmpty);
        Assert.False(receiver.IsDisconnected);
        sender.Dispose();
        Assert.True(receiver.IsDisconnected);
        Assert.Equal(1, receiver.Recv());
        Assert.True(receiver.IsEmpty);
    }

    [Fact]
    public void AS27_a_rendezvous_is_always_empty()
    {
        var (sender, receiver) = Mpsc.SyncChannel<int>(0);
        Assert.True(receiver.IsEmpty);
        Assert.False(receiver.IsDisconnected);
        sender.Dispose();
        Assert.True(receiver.IsDisconnected);
    }
}
