using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Internal;

namespace Fearless.Async;

public sealed partial class JoinSet<T>
{
    bool IAsyncWaitOwner.Withdraw(AsyncWaiter waiter)
    {
        using (_gate.Hold())
        {
            return _queue.Remove(waiter);
        }
    }

    private CancellationToken Enter(out int batch)
    {
        using (_gate.Hold())
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _running++;
            batch = _batch;
            return _cancel.Token;
        }
    }

    private void Watch(Task<T> task, int batch) => task.ContinueWith(
        static (ended, state) =>
        {
            var (set, batch) = ((JoinSet<T> Set, int Batch))state!;
            set.OnEnded(ended, batch);
        },
        (this, batch),
        CancellationToken.None,
        TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    private void OnEnded(Task<T> task, int batch)
    {
        var result = task.IsCompletedSuccessfully
            ? new JoinResult<T>(task.Result)
            : new JoinResult<T>(task.Exception?.InnerException ?? new TaskCanceledException(task));
        var woken = new NodeQueue<AsyncWaiter>();
        using (_gate.Hold())
        {
            if (_batch != batch)
            {
                return;
            }

            _running--;
            _finished.AddLast(result);
            ServeWaiters(woken);
        }

        ResumeAll(woken);
    }

    // Several waits are possible, though pointless: the ones beyond the last task learn that the set is empty. Gate held.
    private void ServeWaiters(NodeQueue<AsyncWaiter> woken)
    {
        while (!_queue.IsEmpty && (_running == 0 || _finished.Count > 0))
        {
            var waiter = _queue.RemoveFirst()!;
            ((AsyncWaiter<JoinResult<T>?>)waiter).Result = TakeFinished(out var next) ? next : null;
            woken.AddLast(waiter);
        }
    }

    private static void ResumeAll(NodeQueue<AsyncWaiter> woken)
    {
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
