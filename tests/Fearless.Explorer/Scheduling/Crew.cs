using System;
using System.Collections.Generic;
using System.Threading;

namespace Fearless.Explorer.Scheduling;

/// <summary>Real threads that are kept between executions: there are thousands of those, and starting a thread costs more than exploring.</summary>
internal sealed class Crew
{
    private static readonly Stack<Crew> s_idle = new();

    private readonly Turn _work = new();
    private Func<bool>? _next;

    private Crew() => new Thread(Loop) { IsBackground = true, Name = "explored" }.Start();

    /// <param name="work">False: it was broken off, and has left things behind in the thread's statics.</param>
    public static void Run(Func<bool> work)
    {
        Crew? crew;
        lock (s_idle)
            if (!s_idle.TryPop(out crew)) crew = new Crew();
        crew._next = work;
        crew._work.Give();
    }

    private void Loop()
    {
        while (true)
        {
            _work.Take();
            if (!_next!()) return;
            lock (s_idle) s_idle.Push(this);
        }
    }
}
