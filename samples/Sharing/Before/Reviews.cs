using Fearless;

namespace Sharing;

[Sync]
public sealed class Reviews
{
    private readonly List<int> _stars = new();

    public void Add(int stars) => _stars.Add(stars);
}
