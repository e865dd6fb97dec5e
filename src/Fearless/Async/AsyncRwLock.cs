using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Internal;

namespace Fearless.Async;

/// <summary>A reader/writer lock whose guards may be held across await; a queued writer goes before later readers.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// First come, first served, except that readers next to each other in the queue enter together. Never poisoned. A cancelled waiter loses
/// nothing: readers behind a cancelled writer enter at once. Reading twice in one flow can wait for ever if a writer came in between.
/// Rust: <c>tokio::sync::RwLock</c>. BCL: none.
/// </remarks>
[AssumeSend("moves its value along"), AssumeSync("readers share, writers exclude")]
[DebuggerDisplay("AsyncRwLock {_readers < 0 ? \"written\" : \"readers\",nq}: {_readers}")]
public sealed class AsyncRwLock<[Send] T> : IAsyncWaitOwner
{
    private const int Writing = -1;

    private readonly Gate _gate = new();
    private readonly NodeQueue<AsyncWaiter> _queue = new();
    private readonly int _maxReaders;
    private T _value;

    // Gate held. The queue's head never could enter: whoever changes this lets in all who can.
    private int _readers;

    /// <summary>Makes a free lock around a value.</summary>
    /// <param name="value">Moved in.</param>
    public AsyncRwLock([Moved] T value)
        : this(value, int.MaxValue)
    {
    }

    /// <summary>Makes a free lock around a value that only so many may read at the same time.</summary>
    /// <param name="value">Moved in.</param>
    /// <param name="maxReaders">The most readers at a time; more wait in the queue, like everybody.</param>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative.</exception>
    public AsyncRwLock([Moved] T value, int maxReaders)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxReaders);
        _value = value;
        _maxReaders = maxReaders;
    }

    internal ref T Value => ref _value;

    private bool HasRoomForReader => _readers >= 0 && _readers < _maxReaders;

    /// <summary>Waits to read; completes at once if nobody writes or waits to.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The guard; await once, and dispose it to release.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the lock was not taken.</exception>
    public ValueTask<AsyncReadGuard<T>> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<AsyncReadGuard<T>>(cancellationToken);
        }

        AsyncWaiter<AsyncReadGuard<T>> waiter;
        using (_gate.Hold())
        {
            if (TryEnterRead())
            {
                return new ValueTask<AsyncReadGuard<T>>(new AsyncReadGuard<T>(this));
            }

            _queue.AddLast(waiter = new AsyncWaiter<AsyncReadGuard<T>>(this));
        }

        return waiter.Await(cancellationToken);
    }

    /// <summary>Waits to write; completes at once if the lock is free.</summary>
    /// <param name="cancellationToken">Gives up waiting; readers behind it then enter.</param>
    /// <returns>The guard; await once, and dispose it to release.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the lock was not taken.</exception>
    public ValueTask<AsyncWriteGuard<T>> WriteAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<AsyncWriteGuard<T>>(cancellationToken);
        }

        AsyncWaiter<AsyncWriteGuard<T>> waiter;
        using (_gate.Hold())
        {
            if (TryEnterWrite())
            {
                return new ValueTask<AsyncWriteGuard<T>>(new AsyncWriteGuard<T>(this));
            }

            _queue.AddLast(waiter = new AsyncWaiter<AsyncWriteGuard<T>>(this));
        }

        return waiter.Await(cancellationToken);
    }

    /// <summary>Takes the lock for reading if nobody writes or waits to; never waits.</summary>
    /// <param name="guard">Releases the lock when disposed.</param>
    /// <returns>Whether the lock was taken.</returns>
    public bool TryRead([NotNullWhen(true)] out AsyncReadGuard<T>? guard)
    {
        using (_gate.Hold())
        {
            guard = TryEnterRead() ? new AsyncReadGuard<T>(this) : null;
            return guard is not null;
        }
    }

    /// <summary>Takes the lock for writing if it is free; never waits.</summary>
    /// <param name="guard">Releases the lock when disposed.</param>
    /// <returns>Whether the lock was taken.</returns>
    public bool TryWrite([NotNullWhen(true)] out AsyncWriteGuard<T>? guard)
    {
        using (_gate.Hold())
        {
            guard = TryEnterWrite() ? new AsyncWriteGuard<T>(this) : null;
            return guard is not null;
        }
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

    internal void ReleaseRead() => Change(-1);

    internal void ReleaseWrite() => Change(-Writing);

    /// <summary>The writer becomes a reader in one step: no writer gets in between, and readers at the head of the queue join.</summary>
    internal void Downgrade() => Change(1 - Writing);

    private void Change(int by)
    {
        NodeQueue<AsyncWaiter> entered;
        using (_gate.Hold())
        {
            _readers += by;
            entered = LetIn();
        }

        ResumeAll(entered);
    }

    private bool TryEnterRead()
    {
        var free = HasRoomForReader && _queue.IsEmpty;
        _readers += free ? 1 : 0;
        return free;
    }

    private bool TryEnterWrite()
    {
        var free = _readers == 0 && _queue.IsEmpty;
        _readers = free ? Writing : _readers;
        return free;
    }

    /// <summary>Takes out all at the head of the queue who can enter now: one writer, or the readers up to the next writer.</summary>
    private NodeQueue<AsyncWaiter> LetIn()
    {
        var entered = new NodeQueue<AsyncWaiter>();
        while (_queue.First is { } first)
        {
            if (first is AsyncWaiter<AsyncReadGuard<T>> reader && HasRoomForReader)
            {
                _readers++;
                reader.Result = new AsyncReadGuard<T>(this);
            }
            else if (first is AsyncWaiter<AsyncWriteGuard<T>> writer && _readers == 0)
            {
                _readers = Writing;
                writer.Result = new AsyncWriteGuard<T>(this);
            }
            else
            {
                break;
            }

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
}
