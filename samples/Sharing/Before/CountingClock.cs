using Fearless;

namespace Sharing;

[Sync]
public interface IClock
{
    int Ticks { get; }
}

public sealed class CountingClock : IClock
{
    private int _ticks;

    public int Ticks => ++_ticks;
}
