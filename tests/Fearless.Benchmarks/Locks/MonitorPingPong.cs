using System.Threading;

namespace Fearless.Benchmarks.Locks;

internal sealed class MonitorPingPong : IBenchmark
{
    private readonly object _gate = new();
    private readonly OnThreads _threads;
    private int _turn;
    private int _next = -1;

    public MonitorPingPong() => _threads = new OnThreads(2, Play);

    public void Run(int operations) => _threads.Run(operations * 2);

    private void Play(int turns)
    {
        int me = Interlocked.Increment(ref _next) & 1;
        for (int i = 0; i < turns; i++)
        {
            lock (_gate)
            {
                while (_turn != me) Monitor.Wait(_gate);
                _turn = 1 - me;
                Monitor.Pulse(_gate);
            }
        }
    }
}
