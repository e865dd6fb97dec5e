using System;
using System.Threading;

namespace Fearless.Benchmarks;

/// <summary>The same operation on several threads at once; the threads stay alive between rounds, so that a round does not pay for starting them.</summary>
internal sealed class OnThreads : IBenchmark
{
    private readonly Barrier _start;
    private readonly Barrier _end;
    private int _each;

    public OnThreads(int threads, Action<int> loop)
    {
        _start = new Barrier(threads + 1);
        _end = new Barrier(threads + 1);
        for (int i = 0; i < threads; i++)
        {
            new Thread(() =>
            {
                while (true)
                {
                    _start.SignalAndWait();
                    loop(_each);
                    _end.SignalAndWait();
                }
            }) { IsBackground = true }.Start();
        }
    }

    public void Run(int operations)
    {
        _each = operations / (_start.ParticipantCount - 1);
        _start.SignalAndWait();
        _end.SignalAndWait();
    }
}
