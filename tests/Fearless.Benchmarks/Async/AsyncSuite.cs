using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Async;

namespace Fearless.Benchmarks.Asynchronous;

/// <summary>The async lock against the BCL's.</summary>
internal static class AsyncSuite
{
    private static readonly AsyncMutex<long> Ours = new(0);
    private static readonly SemaphoreSlim Theirs = new(1, 1);
    private static long s_value;

    public static IEnumerable<Comparison> Comparisons()
    {
        yield return new(
            "AsyncMutex, uncontended", "SemaphoreSlim.WaitAsync + Release", 1.0, new Loop(count => Mutex(count).Wait()), new Loop(count => Semaphore(count).Wait()));
    }

    private static async Task Mutex(int count)
    {
        for (int i = 0; i < count; i++)
        {
            using var guard = await Ours.LockAsync().ConfigureAwait(false);
            guard.Value++;
        }
    }

    private static async Task Semaphore(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await Theirs.WaitAsync().ConfigureAwait(false);
            try
            {
                s_value++;
            }
            finally
            {
                Theirs.Release();
            }
        }

        Sink.Keep(s_value);
    }
}
