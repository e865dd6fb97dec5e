using System;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Fearless.Tests.Support;

/// <summary>Waits for something that must happen, and fails if it does not within half a minute; never asserts how fast it was.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static void True(Func<bool> condition, string what = "the condition") =>
        Assert.True(SpinWait.SpinUntil(condition, Limit), $"{what} did not come true");

    /// <summary>The thread has stopped running its code and waits for somebody.</summary>
    public static void Blocked(Thread thread) =>
        True(() => (thread.ThreadState & ThreadState.WaitSleepJoin) != 0, $"that thread '{thread.Name}' blocks");

    public static void Blocked(JoinHandle handle) => Blocked(handle.Thread);

    public static void Blocked<T>(JoinHandle<T> handle) => Blocked(handle.Thread);

    public static void Joins(JoinHandle handle) => Assert.True(handle.TryJoin(Limit), "the thread did not end");

    public static T Joins<T>(JoinHandle<T> handle)
    {
        Assert.True(handle.TryJoin(Limit, out var result), "the thread did not end");
        return result.Value;
    }

    public static void Set(ManualResetEventSlim gate) => Assert.True(gate.Wait(Limit), "the gate was not opened");

    public static Task Ends(Task task) => task.WaitAsync(Limit);

    public static Task<T> Ends<T>(Task<T> task) => task.WaitAsync(Limit);

    public static Task<T> Ends<T>(ValueTask<T> task) => task.AsTask().WaitAsync(Limit);

    public static Task Ends(ValueTask task) => task.AsTask().WaitAsync(Limit);
}
