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
public sealed partial class JoinSet<[Send] T> : IAsyncDisposable, IAsyncWaitOwner
{
    [AssumeSend("a lock")]
    private readonly Gate _gate = new();

    [AssumeSend("under the gate")]
    private readonly NodeQueue<AsyncWaiter> _queue = new();

    [AssumeSend("under the gate")]
    private readonly LinkedList<JoinResult<T>> _finished = new();

    private readonly CancellationToken _outer;
    private CancellationTokenSource _cancel;

    // Changes when the tasks are detached: those of an earlier batch do not come back as results.
    private int _batch;
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
        var token = Enter(out var batch);
        Watch(Task.Run(() => work(token), CancellationToken.None), batch);
    }

    /// <summary>Starts work that blocks, on a thread of its own.</summary>
    /// <param name="work">Gets the set's token, and ends soon after it is cancelled.</param>
    /// <exception cref="ObjectDisposedException">The set was disposed.</exception>
    public void SpawnBlocking([Spawned] Func<CancellationToken, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var token = Enter(out var batch);
        Watch(
            Task.Factory.StartNew(
                () => work(token),
                CancellationToken.None,
                TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
                TaskScheduler.Default),
            batch);
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

    /// <summary>
    /// Lets the tasks that are in the set now go on without it: they are not joined, not waited for, and cancelled only by the token that the set
    /// was made with. Results that were not taken yet are dropped, not disposed; exceptions go unseen.
    /// </summary>
    public void DetachAll()
    {
        var woken = new NodeQueue<AsyncWaiter>();
        using (_gate.Hold())
        {
            if (_disposed)
            {
                return;
            }

            _batch++;
            _running = 0;
            _finished.Clear();
            // Not disposed: the detached tasks still have its token.
            _cancel = CancellationTokenSource.CreateLinkedTokenSource(_outer);
            ServeWaiters(woken);
        }

        ResumeAll(woken);
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
}
