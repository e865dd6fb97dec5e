using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Internal;

namespace Fearless;

/// <summary>
/// One running thread: starts it, catches everything (an exception that leaves a thread ends the process, on Linux without running finally
/// blocks), disposes its <see cref="LocalKey{T}"/> values, and then says that it has ended.
/// </summary>
/// <remarks>
/// Order of the end, each step visible to whoever sees the next: the body's outcome, the thread-local values disposed, <see cref="HasEnded"/>,
/// the scope's count, the task of AsTask.
/// </remarks>
internal abstract class SpawnedThread
{
    private static readonly object Ended = new();

    private readonly ThreadScope? _scope;

    // null while the thread runs, a TaskCompletionSource once somebody asked for a task, Ended at the end.
    private object? _end;
    private int _outcomeTaken;

    protected SpawnedThread(ThreadScope? scope) => _scope = scope;

    internal Thread Thread { get; private set; } = null!;

    /// <summary>What ended the body. Read it only after <see cref="HasEnded"/> or a wait.</summary>
    internal Exception? Panic { get; private set; }

    internal bool HasEnded => ReferenceEquals(Volatile.Read(ref _end), Ended);

    /// <summary>Whether somebody took the outcome: then a scope has nothing left to report.</summary>
    internal bool OutcomeTaken => Volatile.Read(ref _outcomeTaken) != 0;

    /// <summary>True for the first caller only.</summary>
    internal bool TakeOutcome() => Interlocked.Exchange(ref _outcomeTaken, 1) == 0;

    /// <summary>Disposes a result that nobody asked for; called when its scope ends.</summary>
    internal abstract void DropResult();

    internal abstract bool HasDisposableResult { get; }

    protected abstract void InvokeBody();

    internal void Start(in ThreadOptions options)
    {
        Thread = new Thread(static self => ((SpawnedThread)self!).Run(), options.StackSize) { IsBackground = true };
        if (options.Name is { } name)
        {
            Thread.Name = name;
        }

        if (options.Priority != ThreadPriority.Normal)
        {
            Thread.Priority = options.Priority;
        }

        _scope?.Enter();
        try
        {
            Thread.Start(this);
        }
        catch
        {
            // No memory or no handle for another thread: nothing will run, so the scope must not wait for it.
            _scope?.Leave(null);
            throw;
        }
    }

    /// <summary>Waits; false on timeout.</summary>
    internal bool Wait(in Deadline deadline)
    {
        if (HasEnded)
        {
            return true;
        }

        if (ReferenceEquals(Thread.CurrentThread, Thread))
        {
            throw new InvalidOperationException("A thread cannot join itself: it would wait for ever. Hand the handle to another thread.");
        }

        while (true)
        {
            // Pieces, because Thread.Join refuses more than int.MaxValue milliseconds.
            var piece = deadline.RemainingMilliseconds;
            if (Thread.Join(piece))
            {
                return true;
            }

            if (piece == 0)
            {
                return false;
            }
        }
    }

    /// <summary>A task that ends with the thread; every call gives the same one.</summary>
    internal Task EndTask()
    {
        if (Volatile.Read(ref _end) is null)
        {
            Interlocked.CompareExchange(ref _end, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), null);
        }

        return Volatile.Read(ref _end) is TaskCompletionSource running ? running.Task : Task.CompletedTask;
    }

    private void Run()
    {
        try
        {
            InvokeBody();
        }
        catch (Exception panic) when (Panicking.Passing())
        {
            Panicking.Caught();
            Panic = panic;
        }

        if (LocalValues.DisposeAll() is { } late)
        {
            Panic ??= late;
        }

        var waiting = (TaskCompletionSource?)Interlocked.Exchange(ref _end, Ended);
        Uninterrupted(static self => self._scope?.Leave(self), this);
        if (waiting is not null)
        {
            Uninterrupted(static task => task.TrySetResult(), waiting);
        }
    }

    /// <summary>An interrupt that comes when the body has ended concerns nobody, and would end the process if it left the thread.</summary>
    private static void Uninterrupted<TState>(Action<TState> step, TState state)
    {
        while (true)
        {
            try
            {
                step(state);
                return;
            }
            catch (ThreadInterruptedException late)
            {
                Debug.WriteLine(late);
            }
        }
    }
}
