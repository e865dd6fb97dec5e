using Fearless;

namespace Sharing;

public sealed class Room
{
    private readonly Rc<string> _plan = new("plan");
    private readonly Atomic<int> _target = new(20);

    public string Plan => _plan.Value;

    public JoinHandle Report()
    {
        return Threads.Spawn(() => Console.WriteLine(_target.Load()));
    }
}
