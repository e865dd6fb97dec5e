using Fearless;

namespace Consumer;

public sealed class Counter
{
    private readonly Mutex<int> _count = new(0);

    public void Increment()
    {
        _count.Lock().Value++;
    }
}
