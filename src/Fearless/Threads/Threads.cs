using System;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Internal;

namespace Fearless;

/// <summary>Starting, joining, scoping and parking threads: Rust's <c>std::thread</c>.</summary>
/// <remarks>
/// Threads started here are background threads (they end with the process, as in Rust), catch what their body throws and hand it to whoever
/// joins, and dispose their <see cref="LocalKey{T}"/> values before a join returns. Starting a thread costs what <see cref="Thread"/> costs.
/// </remarks>
public static partial class Threads
{
    /// <summary>How many threads can run at the same time, at least 1. Rust: <c>available_parallelism</c>.</summary>
    public static int AvailableParallelism => Environment.ProcessorCount;

    /// <summary>A number for the current thread that is never used again, unlike <see cref="Thread.ManagedThreadId"/>. Rust: <c>ThreadId</c>.</summary>
    public static long CurrentId => PerThread.Id;

    /// <summary>
    /// True while an exception unwinds this thread's stack: inside the Dispose and finally that run because of it, and inside the catch
    /// block that handles it. Rust: <c>std::thread::panicking</c>, which is false again once the panic is caught.
    /// </summary>
    /// <remarks>Exact on CoreCLR; elsewhere (NativeAOT) only for exceptions that reach the entry of a Fearless thread, <see cref="Catch"/> or a With.</remarks>
    public static bool IsPanicking => Panicking.Now;

    /// <summary>Starts a thread.</summary>
    /// <typeparam name="T">The type of the value that the thread returns.</typeparam>
    /// <param name="body">What the thread runs. What it throws is kept for whoever joins.</param>
    /// <returns>The thread's handle. Dropping it detaches the thread.</returns>
    /// <exception cref="OutOfMemoryException">The system has no room for another thread.</exception>
    public static JoinHandle<T> Spawn<[Send] T>([Spawned] Func<T> body) => Start(body, null, ThreadOptions.Default);

    /// <summary>Starts a thread.</summary>
    /// <param name="body">What the thread runs. What it throws is kept for whoever joins.</param>
    /// <returns>The thread's handle. Dropping it detaches the thread.</returns>
    /// <exception cref="OutOfMemoryException">The system has no room for another thread.</exception>
    public static JoinHandle Spawn([Spawned] Action body) => Start(body, null, ThreadOptions.Default);

    /// <summary>An async lambda would leave its thread at the first await; this overload exists to say so.</summary>
    /// <param name="body">Not run.</param>
    /// <returns>Nothing: it does not compile.</returns>
    [Obsolete("A thread cannot run an async delegate to its end. Use Fearless.Async.TaskScope or Task.Run.", error: true)]
    public static JoinHandle Spawn(Func<Task> body) => throw new NotSupportedException("Use Fearless.Async.TaskScope or Task.Run.");

    /// <summary>Runs the body and returns how it ended; locks held when an exception passes are poisoned (Rust's catch_unwind).</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="body">Runs here, on the caller's thread.</param>
    /// <returns>The value, or the exception itself.</returns>
    public static JoinResult<T> Catch<T>(Func<T> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        try
        {
            return new JoinResult<T>(body());
        }
        catch (Exception panic) when (Panicking.Passing())
        {
            Panicking.Caught();
            return new JoinResult<T>(panic);
        }
    }

    internal static JoinHandle<T> Start<T>(Func<T> body, ThreadScope? scope, in ThreadOptions options)
    {
        ArgumentNullException.ThrowIfNull(body);
        var thread = new SpawnedThread<T>(body, scope);
        thread.Start(options);
        return new JoinHandle<T>(thread);
    }

    internal static JoinHandle Start(Action body, ThreadScope? scope, in ThreadOptions options)
    {
        ArgumentNullException.ThrowIfNull(body);
        var thread = new SpawnedAction(body, scope);
        thread.Start(options);
        return new JoinHandle(thread);
    }
}
