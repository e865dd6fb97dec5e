using System.Threading;

namespace Fearless.Benchmarks.Locks;

/// <summary>Two threads take turns; an operation is one turn of each.</summary>
internal sealed class CondvarPingPong : IBenchmark
{
    private readonly Mutex<int> _turn = new(0);
    private readonly Condvar _changed = new();
    private readonly OnThreads _threads;
    private int _next = -1;

    public CondvarPingPong() => _threads = new OnThreads(2, Play);

    public void Run(int operations) => _threads.Run(operations * 2);

    private void Play(int turns)
    {
        int me = Interlocked.Increment(ref _next) & 1;
        for (int i = 0; i < turns; i++)
        {
            using var guard = _turn.Lock();
            while (guard.Value != me) _changed.Wait(guard);
            guard.Value = 1 - me;
            _changed.NotifyOne();
        }
    }
}
