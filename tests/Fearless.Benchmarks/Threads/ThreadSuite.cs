using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Fearless.Benchmarks.Threading;

/// <summary>Starting threads and forking work.</summary>
internal static class ThreadSuite
{
    public static IEnumerable<Comparison> Comparisons()
    {
        yield return new("spawn + join", "new Thread, Start, Join", 1.15, new Loop(Spawn), new Loop(Raw), RoundMilliseconds: 5);
        yield return new("Join(a, b), empty", "Parallel.Invoke, empty", 0.5, new Loop(Join), new Loop(Invoke));
        yield return new("LocalKey.Get", "ThreadLocal.Value", 1.0, new Loop(Key), new Loop(Local));
    }

    private static readonly LocalKey<int> OurLocal = new(() => 1);
    private static readonly ThreadLocal<int> TheirLocal = new(() => 1);

    private static void Spawn(int count)
    {
        for (int i = 0; i < count; i++) Threads.Spawn(static () => { }).Join();
    }

    private static void Raw(int count)
    {
        for (int i = 0; i < count; i++)
        {
            var thread = new Thread(static () => { }) { IsBackground = true };
            thread.Start();
            thread.Join();
        }
    }

    private static void Join(int count)
    {
        for (int i = 0; i < count; i++) Sink.Keep(Threads.Join(static () => 1, static () => 2));
    }

    private static void Invoke(int count)
    {
        for (int i = 0; i < count; i++) Parallel.Invoke(static () => { }, static () => { });
    }

    private static void Key(int count)
    {
        for (int i = 0; i < count; i++) Sink.Keep(OurLocal.Get());
    }

    private static void Local(int count)
    {
        for (int i = 0; i < count; i++) Sink.Keep(TheirLocal.Value);
    }
}
