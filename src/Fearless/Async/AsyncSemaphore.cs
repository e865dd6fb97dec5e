using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Internal;

namespace Fearless.Async;

/// <summary>A number of permits: whoever wants to go on takes some, and gives them back by disposing them. First come, first served.</summary>
/// <remarks>
/// Somebody who wants many is not overtaken by those who want few, not even by the try forms. What was written before permits were given back is
/// visible to whoever gets them. A cancelled waiter loses nothing: those it blocked enter at once. Continuations never run inside Dispose.
/// Taking permits costs a short lock and an object of 32 bytes. Rust: <c>tokio::sync::Semaphore</c>. BCL: <see cref="SemaphoreSlim"/>, which is
/// not first come, first served, cannot be closed, and trusts everybody to release as often as they entered.
/// </remarks>
[Send, Sync]
[DebuggerDisplay("AsyncSemaphore free: {AvailablePermits} closed: {IsClosed}")]
public sealed class AsyncSemaphore : IAsyncWaitOwner
{
    /// <summary>The most permits that a semaphore may have.</summary>
    public const int MaxPermits = int.MaxValue >> 3;

    [AssumeSend("a lock"), AssumeSync("a lock")]
    private readonly Gate _gate = new();

    // Its head wants more than is free: whoever adds permits, or takes a waiter out, lets in all who can enter.
    [AssumeSend("under the gate"), AssumeSync("under the gate")]
    private readonly NodeQueue<AsyncWaiter> _queue = new();

    [AssumeSync("under the gate")]
    private int _free;

    [AssumeSync("under the gate")]
    private bool _closed;

    /// <summary>Makes a semaphore.</summary>
    /// <param name="permits">How many permits it has to begin with.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than <see cref="MaxPermits"/>.</exception>
    public AsyncSemaphore(int permits)
    {
        ThrowIfImpossible(permits);
        _free = permits;
    }

    /// <summary>How many permits could be taken now: none while somebody waits. Already history when it returns.</summary>
    public int AvailablePermits
    {
        get
        {
            using (_gate.Hold())
            {
                return Available;
            }
        }
    }

    /// <summary>Whether it was closed.</summary>
    public bool IsClosed
    {
        get
        {
            using (_gate.Hold())
            {
                return _closed;
            }
        }
    }

    private int Available => _queue.IsEmpty ? _free : 0;

    /// <summary>Waits for one permit; completes at once if one is free and nobody waits.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The permit; await once, and dispose it to give it back.</returns>
    /// <exception cref="SemaphoreClosedException">Closed, before or while waiting.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing was taken.</exception>
    public ValueTask<SemaphorePermit> AcquireAsync(CancellationToken cancellationToken = default) => AcquireManyAsync(1, cancellationToken);

    /// <summary>Waits for several permits together; those who come later wait behind, however little they want.</summary>
    /// <param name="count">How many; more than the semaphore has waits until permits are added.</param>
    /// <param name="cancellationToken">Gives up waiting; those behind then enter if they can.</param>
    /// <returns>The permits, in one object; await once, and dispose it to give them back.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than <see cref="MaxPermits"/>.</exception>
    /// <exception cref="SemaphoreClosedException">Closed, before or while waiting.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing was taken.</exception>
    public ValueTask<SemaphorePermit> AcquireManyAsync(int count, CancellationToken cancellationToken = default)
    {
        ThrowIfImpossible(count);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<SemaphorePermit>(cancellationToken);
        }

        AsyncWaiter<SemaphorePermit> waiter;
        using (_gate.Hold())
        {
            if (TryTake(count) is not TryAcquireResult.NoPermits and var result)
            {
                return result == TryAcquireResult.Acquired
                    ? new ValueTask<SemaphorePermit>(new SemaphorePermit(this, count))
                    : ValueTask.FromException<SemaphorePermit>(new SemaphoreClosedException());
            }

            // The permit is made now, and says how many are wanted; nobody sees it before they were taken.
            _queue.AddLast(waiter = new AsyncWaiter<SemaphorePermit>(this) { Result = new SemaphorePermit(this, count) });
        }

        return waiter.Await(cancellationToken);
    }

    /// <summary>Takes one permit if that needs no waiting.</summary>
    /// <param name="permit">The permit, if the result is <see cref="TryAcquireResult.Acquired"/>.</param>
    /// <returns>Whether it was taken, and why not.</returns>
    public TryAcquireResult TryAcquire(out SemaphorePermit? permit) => TryAcquireMany(1, out permit);

    /// <summary>Takes several permits together if that needs no waiting.</summary>
    /// <param name="count">How many.</param>
    /// <param name="permit">The permits, if the result is <see cref="TryAcquireResult.Acquired"/>.</param>
    /// <returns>Whether they were taken, and why not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than <see cref="MaxPermits"/>.</exception>
    public TryAcquireResult TryAcquireMany(int count, out SemaphorePermit? permit)
    {
        ThrowIfImpossible(count);
        using (_gate.Hold())
        {
            var result = TryTake(count);
            permit = result == TryAcquireResult.Acquired ? new SemaphorePermit(this, count) : null;
            return result;
        }
    }

    /// <summary>Adds permits that nobody took: the semaphore has more from now on.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or there would be more than <see cref="MaxPermits"/>.</exception>
    public void AddPermits(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Add(count);
    }

    /// <summary>Takes permits away for ever, as many as are available, up to <paramref name="count"/>.</summary>
    /// <param name="count">How many.</param>
    /// <returns>How many were taken away.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int ForgetPermits(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        using (_gate.Hold())
        {
            var forgotten = Math.Min(count, Available);
            _free -= forgotten;
            return forgotten;
        }
    }

    /// <summary>Gives out no permits any more: fails those who wait, and all who come. Permits that are out stay valid. A second call does nothing.</summary>
    public void Close()
    {
        var failed = new NodeQueue<AsyncWaiter>();
        using (_gate.Hold())
        {
            _closed = true;
            while (_queue.RemoveFirst() is { } waiter)
            {
                ((AsyncWaiter<SemaphorePermit>)waiter).Failure = new SemaphoreClosedException();
                failed.AddLast(waiter);
            }
        }

        ResumeAll(failed);
    }

    bool IAsyncWaitOwner.Withdraw(AsyncWaiter waiter)
    {
        NodeQueue<AsyncWaiter> entered;
        using (_gate.Hold())
        {
            if (!_queue.Remove(waiter))
            {
                return false;
            }

            entered = LetIn();
        }

        ResumeAll(entered);
        return true;
    }

    internal void Add(int count)
    {
        NodeQueue<AsyncWaiter> entered;
        using (_gate.Hold())
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxPermits - _free);
            _free += count;
            entered = LetIn();
        }

        ResumeAll(entered);
    }

    private TryAcquireResult TryTake(int count)
    {
        if (_closed)
        {
            return TryAcquireResult.Closed;
        }

        // Nothing is always there, whoever waits.
        if (count > Available)
        {
            return TryAcquireResult.NoPermits;
        }

        _free -= count;
        return TryAcquireResult.Acquired;
    }

    private NodeQueue<AsyncWaiter> LetIn()
    {
        var entered = new NodeQueue<AsyncWaiter>();
        while (_queue.First is AsyncWaiter<SemaphorePermit> first && first.Result.Count <= _free)
        {
            _free -= first.Result.Count;
            _queue.Remove(first);
            entered.AddLast(first);
        }

        return entered;
    }

    private static void ResumeAll(NodeQueue<AsyncWaiter> entered)
    {
        while (entered.RemoveFirst() is { } waiter)
        {
            waiter.Resume();
        }
    }

    private static void ThrowIfImpossible(int permits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(permits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permits, MaxPermits);
    }
}
