using System;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Internal;

namespace Fearless.Async;

/// <summary>Tasks that all end before the scope does. It must not leave the body of <see cref="TaskScope"/>.</summary>
[Sync]
[DebuggerDisplay("AsyncScope running: {_running - 1}")]
public sealed class AsyncScope
{
    [AssumeSync("a lock")]
    private readonly Gate _gate = new();

    [AssumeSync("thread-safe")]
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [AssumeSync("thread-safe")]
    private readonly CancellationTokenSource _cancel;

    // Gate held. The body counts as one.
    [AssumeSync("under the gate")]
    private int _running = 1;

    [AssumeSync("under the gate")]
    private ExceptionDispatchInfo? _failure;

    [AssumeSync("under the gate")]
    private bool _bodyEnded;

    [AssumeSync("set before the task counts as ended, read after all have")]
    private volatile bool _cancelledSome;

    internal AsyncScope(CancellationToken outer)
    {
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(outer);
        CancellationToken = _cancel.Token;
    }

    /// <summary>Cancelled as soon as the body or a task has failed, or the scope is cancelled from outside. Pass it on.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Starts a task on the thread pool that ends before the scope does.</summary>
    /// <param name="work">The task; if it fails, the scope's other tasks are cancelled.</param>
    /// <returns>The task, to await if its end matters before the scope's.</returns>
    /// <exception cref="InvalidOperationException">The scope has ended.</exception>
    public Task Spawn([Spawned] Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Enter();
        return Watch(Task.Run(work, CancellationToken.None));
    }

    /// <summary>Starts a task on the thread pool that ends before the scope does.</summary>
    /// <typeparam name="T">The type of its result.</typeparam>
    /// <param name="work">The task; if it fails, the scope's other tasks are cancelled.</param>
    /// <returns>The task, to await for its result.</returns>
    /// <exception cref="InvalidOperationException">The scope has ended.</exception>
    public Task<T> Spawn<[Send] T>([Spawned] Func<Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Enter();
        return Watch(Task.Run(work, CancellationToken.None));
    }

    /// <summary>The body has ended: completes when all tasks have. A second call changes nothing.</summary>
    internal Task EndAsync()
    {
        using (_gate.Hold())
        {
            if (!_bodyEnded)
            {
                _bodyEnded = true;
                Leave();
            }
        }

        return _ended.Task;
    }

    internal void Cancel() => _cancel.Cancel();

    /// <summary>Throws the first failure, or that the caller's cancellation kept a task from its end.</summary>
    internal void ThrowFailure(CancellationToken outer)
    {
        _failure?.Throw();
        if (_cancelledSome)
        {
            outer.ThrowIfCancellationRequested();
        }
    }

    internal void Release() => _cancel.Dispose();

    private void Enter()
    {
        using (_gate.Hold())
        {
            if (_running == 0)
            {
                throw new InvalidOperationException("The scope has ended: its tasks could outlive what they use. Spawn inside the scope's body.");
            }

            _running++;
        }
    }

    private TTask Watch<TTask>(TTask task)
        where TTask : Task
    {
        task.ContinueWith(
            static (ended, scope) => ((AsyncScope)scope!).OnEnded(ended),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return task;
    }

    private void OnEnded(Task task)
    {
        if (Failure(task) is { } failure && Keep(failure))
        {
            // Outside the gate: this runs the callbacks of whoever registered with the token.
#pragma warning disable FEAR2010 // The scope is released when all of its tasks have ended, and this one ends only below.
            _cancel.Cancel();
#pragma warning restore FEAR2010
        }

        // Not '|=': of two tasks that end at once, one could take back what the other has set.
        if (task.IsCanceled) _cancelledSome = true;
        using (_gate.Hold())
        {
            Leave();
        }
    }

    /// <summary>Null: it succeeded, or it obeyed the scope's cancellation.</summary>
    private Exception? Failure(Task task) =>
        task.IsCompletedSuccessfully || (task.IsCanceled && CancellationToken.IsCancellationRequested) ? null
        : task.Exception?.InnerException ?? new TaskCanceledException(task);

    private bool Keep(Exception failure)
    {
        using (_gate.Hold())
        {
            var first = _failure is null;
            _failure ??= ExceptionDispatchInfo.Capture(failure);
            return first;
        }
    }

    private void Leave()
    {
        if (--_running == 0)
        {
            _ended.TrySetResult();
        }
    }
}
