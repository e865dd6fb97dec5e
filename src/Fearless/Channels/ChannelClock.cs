using System;
using System.Threading;

namespace Fearless.Channels;

/// <summary>Sends the time into a channel until its receiver is gone.</summary>
internal sealed class ChannelClock
{
    private readonly ChannelCore<DateTimeOffset> _channel;
    private readonly Timer _timer;

    internal ChannelClock(ChannelCore<DateTimeOffset> channel)
    {
        _channel = channel;
        _timer = new Timer(static self => ((ChannelClock)self!).Send(), this, Timeout.Infinite, Timeout.Infinite);
    }

    internal void Start(TimeSpan due, TimeSpan period) => _timer.Change(due, period);

    private void Send()
    {
        if (_channel.TrySend(DateTimeOffset.UtcNow) == TrySendResult.Disconnected)
        {
            _timer.Dispose();
        }
    }
}
