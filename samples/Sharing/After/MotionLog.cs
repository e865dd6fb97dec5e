using Fearless;

namespace Sharing;

[Sync]
public delegate void MotionHandler(string room);

public sealed class MotionLog
{
    private readonly Lock _gate = new();
    private readonly List<string> _rooms = new();

    public MotionHandler Handler() => room =>
    {
        lock (_gate)
            _rooms.Add(room);
    };
}
