using Fearless;

namespace Sharing;

[Sync]
public delegate void MotionHandler(string room);

public sealed class MotionLog
{
    private readonly List<string> _rooms = new();

    public MotionHandler Handler() => room => _rooms.Add(room);
}
