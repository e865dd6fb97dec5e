namespace Fearless.Channels;

/// <summary>One case of a waiting select in a channel's queue.</summary>
internal sealed class SelectWaiter<T>(SelectState state, int index) : ChannelWaiter<T>
{
    internal override bool IsSelect => true;

    internal override object Owner => state;

    internal override bool TryClaim() => state.TryWin(index);

    internal override void Wake() => state.Parker.Unpark();
}
