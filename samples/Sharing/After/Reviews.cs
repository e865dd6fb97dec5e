using Fearless;

namespace Sharing;

[Sync]
public sealed class Reviews
{
    private readonly Lock _gate = new();
    private readonly List<int> _stars = new();

    public void Add(int stars)
    {
        lock (_gate)
            _stars.Add(stars);
    }
}
