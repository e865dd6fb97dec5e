using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Internal;

namespace Fearless;

/// <summary>Threads that all end before the scope does. It must not leave the scope's body.</summary>
/// <remarks>
/// Made by <see cref="Threads.Scope(Action{ThreadScope})"/>. A scoped thread may spawn further threads into its scope.
/// Rust: <c>std::thread::Scope</c>.
/// </remarks>
[Sync]
[DebuggerDisplay("ThreadScope running: {_running - 1}")]
public sealed class ThreadScope
{
    [AssumeSync("a lock")]
    private readonly Gate _gate = new();

    /// <summary>Threads that ended with something that somebody has to take: a panic, or a result to dispose.</summary>
    [GuardedBy(nameof(_gate))]
    private List<SpawnedThread>? _leftovers;

    /// <summary>The scope's body counts as one; zero: closed.</summary>
    [GuardedBy(nameof(_gate))]
    private int _running = 1;

    internal ThreadScope()
    {
    }

    /// <summary>Starts a thread that ends before the scope does.</summary>
    /// <typeparam name="T">The type of the value that the thread returns.</typeparam>
    /// <param name="body">What the thread runs; it may use the locals of the scope's caller.</param>
    /// <returns>A handle to join by hand, if the value is wanted.</returns>
    /// <exception cref="InvalidOperationException">The scope has ended.</exception>
    /// <exception cref="OutOfMemoryException">The system has no room for another thread.</exception>
    public JoinHandle<T> Spawn<[Send] T>([Spawned] Func<T> body) => Threads.Start(body, this, ThreadOptions.Default);

    /// <summary>Starts a thread that ends before the scope does.</summary>
    /// <param name="body">What the thread runs; it may use the locals of the scope's caller.</param>
    /// <returns>A handle to join by hand, if that is wanted.</returns>
    /// <exception cref="InvalidOperationException">The scope has ended.</exception>
    /// <exception cref="OutOfMemoryException">The system has no room for another thread.</exception>
    public JoinHandle Spawn([Spawned] Action body) => Threads.Start(body, this, ThreadOptions.Default);

    /// <summary>An async lambda would leave its thread at the first await; this overload exists to say so.</summary>
    /// <param name="body">Not run.</param>
    /// <returns>Nothing: it does not compile.</returns>
    [Obsolete("A thread cannot run an async delegate to its end. Use Fearless.Async.TaskScope.", error: true)]
    public JoinHandle Spawn(Func<Task> body) => throw new NotSupportedException("Use Fearless.Async.TaskScope.");

    internal void Enter()
    {
        using (_gate.Hold())
        {
            if (_running == 0)
            {
                throw new InvalidOperationException("The scope has ended: its threads could outlive what they borrow. Spawn inside the scope's body.");
            }

            _running++;
        }
    }

    internal void Leave(SpawnedThread? ended)
    {
        using (_gate.Hold())
        {
            if (ended is { OutcomeTaken: false } && (ended.Panic is not null || ended.HasDisposableResult))
            {
                (_leftovers ??= []).Add(ended);
            }

            if (--_running == 1)
            {
                _gate.Pulse();
            }
        }
    }

    /// <summary>Waits for every thread, drops the results that nobody took, and returns the panics that nobody saw.</summary>
    internal List<Exception>? Close()
    {
        List<Exception>? panics = null;
        var interrupted = false;
        while (WaitForThreads(ref interrupted) is { } leftovers)
        {
            // A result's Dispose may spawn into this scope again, so the scope closes only when a round leaves nothing over.
            foreach (var thread in leftovers)
            {
                if (thread.TakeOutcome())
                {
                    Drop(thread, ref panics);
                }
            }
        }

        if (interrupted)
        {
            Thread.CurrentThread.Interrupt();
        }

        return panics;
    }

    private static void Drop(SpawnedThread thread, ref List<Exception>? panics)
    {
        if (thread.Panic is { } panic)
        {
            (panics ??= []).Add(panic);
            return;
        }

        try
        {
            thread.DropResult();
        }
        catch (Exception late)
        {
            (panics ??= []).Add(late);
        }
    }

    /// <summary>Null: the scope is closed. An interrupt is kept for later: threads still use the caller's locals, so it cannot leave now.</summary>
    private List<SpawnedThread>? WaitForThreads(ref bool interrupted)
    {
        while (true)
        {
            try
            {
                using (_gate.Hold())
                {
                    while (_running > 1)
                    {
                        _gate.Wait(Deadline.Infinite);
                    }

                    var leftovers = _leftovers;
                    _leftovers = null;
                    if (leftovers is null)
                    {
                        _running = 0;
                    }

                    return leftovers;
                }
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }
    }
}
