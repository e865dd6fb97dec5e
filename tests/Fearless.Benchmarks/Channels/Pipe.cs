using System;
using System.Threading;

namespace Fearless.Benchmarks.Channels;

/// <summary>Messages from threads that produce to the caller, who consumes; the producers stay alive between rounds.</summary>
internal sealed class Pipe : IBenchmark
{
    private readonly Barrier _start;
    private readonly Action<int> _consume;
    private readonly int _producers;
    private int _each;

    public Pipe(int producers, Action<int> produce, Action<int> consume)
    {
        _producers = producers;
        _consume = consume;
        _start = new Barrier(producers + 1);
        for (int i = 0; i < producers; i++)
        {
            new Thread(() =>
            {
                while (true)
                {
                    _start.SignalAndWait();
                    produce(_each);
                }
            }) { IsBackground = true }.Start();
        }
    }

    public void Run(int operations)
    {
        _each = operations / _producers;
        int total = _each * _producers;
        _start.SignalAndWait();
        _consume(total);
    }
}
