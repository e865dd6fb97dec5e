using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Internal;

namespace Fearless.Async;

/// <summary>Tasks that are awaited together, in the order in which they finish. Disposing it cancels the rest and waits for them.</summary>
/// <typeparam name="T">The type of the results.</typeparam>
/// <remarks>
/// Cancellation is cooperative: it reaches a task through the token that it is given. A task that was cancelled ends as a result whose Panic is
/// its <see cref="OperationCanceledException"/>. Rust: <c>tokio::task::JoinSet</c>. BCL: <see cref="Task.WhenEach(IEnumerable{Task})"/>.
/// </remarks>
[Send, NotSync("owned by one task")]
[DebuggerDisplay("JoinSet {Count}")]
public sealed class JoinSet<[Send] T> : IAsyncDisposable, IAsyncWaitOwner
{
    [AssumeSend("a lock")]
    private readonly Gate _gate = new();

    [AssumeSend("under the gate")]
    private readonly NodeQueue<AsyncWaiter> _queue = new();

    [AssumeSend("under the gate")]
    private readonly LinkedList<JoinResult<T>> _finished = new();

    private readonly CancellationToken _outer;
    private CancellationTokenSource _cancel;
    private int _running;
    private bool _disposed;

    /// <summary>Makes an empty set.</summary>
    /// <param name="cancellationToken">Cancels every task of the set.</param>
    public JoinSet(CancellationToken cancellationToken = default)
    {
        _outer = cancellationToken;
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>Tasks whose result was not taken yet, whether they have ended or not.</summary>
    public int Count
    {
        get
        {
            using (_gate.Hold())
            {
                return _running + _finished.Count;
            }
        }
    }

    /// <summary>Starts a task on the thread pool.</summary>
    /// <param name="work">Gets the set's token, and ends soon after it is cancelled.</param>
    /// <exception cref="ObjectDisposedException">The set was disposed.</exception>
    public void Spawn([Spawned] Func<CancellationToken, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var token = Enter();
        Watch(Task.Run(() => work(token), CancellationToken.None));
    }

    /// <summary>Starts work that blocks, on a thread of its own.</summary>
    /// <param name="work">Gets the set's token, and ends soon after it is cancelled.</param>
    /// <exception cref="ObjectDisposedException">The set was disposed.</exception>
    public void SpawnBlocking([Spawned] Func<CancellationToken, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var token = Enter();
        Watch(Task.Factory.StartNew(
            () => work(token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default));
    }

    /// <summary>Waits for the next task to finish. Null: the set is empty.</summary>
    /// <param name="cancellationToken">Gives up waiting; no result is lost.</param>
    /// <returns>How the task ended, never an exception because of it; null if the set is empty.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public ValueTask<JoinResult<T>?> JoinNextAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<JoinResult<T>?>(cancellationToken);
        }

        AsyncWaiter<JoinResult<T>?> waiter;
        using (_gate.Hold())
        {
            if (TakeFinished(out var result))
            {
                return new ValueTask<JoinResult<T>?>(result);
            }

            if (_running == 0)
            {
                return new ValueTask<JoinResult<T>?>(default(JoinResult<T>?));
            }

            _queue.AddLast(waiter = new AsyncWaiter<JoinResult<T>?>(this));
        }

        return waiter.Await(cancellationToken);
    }

    /// <summary>The next finished task, if there is one; never waits.</summary>
    /// <param name="result">How it ended.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryJoinNext(out JoinResult<T> result)
    {
        using (_gate.Hold())
        {
            return TakeFinished(out result);
        }
    }

    /// <summary>Waits for all, and returns their values in the order in which they finished.</summary>
    /// <param name="cancellationToken">Gives up waiting; the results so far go back into the set.</param>
    /// <returns>The values.</returns>
    /// <exception cref="PanicException">A task failed or was cancelled; the others were then cancelled and have ended.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task<IReadOnlyList<T>> JoinAllAsync(CancellationToken cancellationToken = default)
    {
        var results = new List<JoinResult<T>>();
        Exception? panic = null;
        try
        {
            while (await JoinNextAsync(panic is null ? cancellationToken : default).ConfigureAwait(false) is { } result)
            {
                results.Add(result);
                if (panic is null && !result.IsOk)
                {
                    panic = result.Panic;
                    CancelAll();
                }
            }
        }
        catch (OperationCanceledException)
        {
            GiveBack(results);
            throw;
        }

        return panic is null ? results.ConvertAll(result => result.Value) : throw PanicException.Of(panic);
    }

    /// <summary>Cancels the tasks that are in the set now; their results are still to be joined, and new ones may be spawned.</summary>
    public void CancelAll()
    {
        CancellationTokenSource cancelled;
        using (_gate.Hold())
        {
            cancelled = _cancel;
            if (!_disposed)
            {
                _cancel = CancellationTokenSource.CreateLinkedTokenSource(_outer);
            }
        }

        cancelled.Cancel();
    }

    /// <summary>Cancels the rest, waits for them, and disposes the results that nobody took. A second call does nothing.</summary>
    /// <returns>A task that completes when all have ended.</returns>
    public async ValueTask DisposeAsync()
    {
        using (_gate.Hold())
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
        }

        CancelAll();
        while (await JoinNextAsync().ConfigureAwait(false) is { } result)
        {
            (result.TryGetValue(out var value) ? value as IDisposable : null)?.Dispose();
        }

        _cancel.Dispose();
    }

    bool IAsyncWaitOwner.Withdraw(AsyncWaiter waiter)
    {
        using (_gate.Hold())
        {
            return _queue.Remove(waiter);
        }
    }

    private CancellationToken Enter()
    {
        using (_gate.Hold())
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _running++;
            return _cancel.Token;
        }
    }

    private void Watch(Task<T> task) => task.ContinueWith(
        static (ended, set) => ((JoinSet<T>)set!).OnEnded(ended),
        this,
        CancellationToken.None,
        TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    private void OnEnded(Task<T> task)
    {
        var result = task.IsCompletedSuccessfully
            ? new JoinResult<T>(task.Result)
            : new JoinResult<T>(task.Exception?.InnerException ?? new TaskCanceledException(task));
        var woken = new NodeQueue<AsyncWaiter>();
        using (_gate.Hold())
        {
            _running--;
            _finished.AddLast(result);
            // Several waits are possible, though pointless: the ones beyond the last task learn that the set is empty.
            while (!_queue.IsEmpty && (_running == 0 || _finished.Count > 0))
            {
                var waiter = _queue.RemoveFirst()!;
                ((AsyncWaiter<JoinResult<T>?>)waiter).Result = TakeFinished(out var next) ? next : null;
                woken.AddLast(waiter);
            }
        }

        while (woken.RemoveFirst() is { } waiter)
        {
            waiter.Resume();
        }
    }

    private bool TakeFinished(out JoinResult<T> result)
    {
        if (_finished.First is not { } first)
        {
            result = default;
            return false;
        }

        _finished.RemoveFirst();
        result = first.Value;
        return true;
    }

    private void GiveBack(List<JoinResult<T>> results)
    {
        using (_gate.Hold())
        {
            for (var i = results.Count - 1; i >= 0; i--)
            {
                _finished.AddFirst(results[i]);
            }
        }
    }
}
