using System.Threading;

namespace Fearless.Explorer.Scheduling;

/// <summary>A token that one thread waits for. Does not spin: the machine's processors belong to the thread whose turn it is.</summary>
internal sealed class Turn
{
    private readonly object _gate = new();
    private bool _isGiven;

    public void Take()
    {
        lock (_gate)
        {
            while (!_isGiven) Monitor.Wait(_gate);
            _isGiven = false;
        }
    }

    public void Give()
    {
        lock (_gate)
        {
            _isGiven = true;
            Monitor.Pulse(_gate);
        }
    }
}
