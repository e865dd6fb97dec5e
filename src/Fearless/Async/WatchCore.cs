using System;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Internal;

namespace Fearless.Async;

/// <summary>The value of a watch channel, and its version; under the gate.</summary>
internal sealed class WatchCore<T>(T initial) : IAsyncWaitOwner
{
    private readonly Gate _gate = new();

    // Senders take turns here while they compute, so that receivers need not wait for foreign code.
    private readonly Lock _changing = new();
    private readonly NodeQueue<AsyncWaiter> _queue = new();
    private T _value = initial;
    private long _version;
    private bool _closed;

    internal T Read(out long version)
    {
        using (_gate.Hold())
        {
            version = _version;
            return _value;
        }
    }

    internal T Replace(Func<T, T> change)
    {
        TryReplace(Always, out var old);
        return old;

        bool Always(ref T value)
        {
            value = change(value);
            return true;
        }
    }

    internal bool TryReplace(RefFunc<T, bool> change, out T old)
    {
        if (_changing.IsHeldByCurrentThread)
        {
            throw new LockRecursionException("The function that changes a watched value sends to the same watch. Return the new value instead.");
        }

        lock (_changing)
        {
            old = Read(out _);
            var value = old;
            // If it throws, nothing was changed and nobody is told.
            if (!change(ref value))
            {
                return false;
            }

            Publish(value);
            return true;
        }
    }

    internal void Close()
    {
        using (_gate.Hold())
        {
            _closed = true;
        }

        WakeAll(DisconnectedException.Receiving);
    }

    internal ValueTask ChangedAsync(WatchReceiver<T> receiver, CancellationToken cancellation)
    {
        AsyncWaiter<bool> waiter;
        using (_gate.Hold())
        {
            if (receiver.SeenVersion != _version)
            {
                receiver.SeenVersion = _version;
                return ValueTask.CompletedTask;
            }

            if (_closed)
            {
                return ValueTask.FromException(DisconnectedException.Receiving());
            }

            _queue.AddLast(waiter = new AsyncWaiter<bool>(this) { Tag = receiver });
        }

        return waiter.AwaitDone(cancellation);
    }

    internal void Forget(WatchReceiver<T> receiver)
    {
        while (TakeFirstOf(receiver) is { } waiter)
        {
            waiter.Failure = new ObjectDisposedException(typeof(WatchReceiver<T>).Name);
            waiter.Resume();
        }
    }

    public bool Withdraw(AsyncWaiter waiter)
    {
        using (_gate.Hold())
        {
            return _queue.Remove(waiter);
        }
    }

    private void Publish(T value)
    {
        using (_gate.Hold())
        {
            _value = value;
            _version++;
        }

        WakeAll(null);
    }

    private void WakeAll(Func<Exception>? failure)
    {
        while (TakeFirst() is { } waiter)
        {
            waiter.Failure = failure?.Invoke();
            waiter.Resume();
        }
    }

    /// <summary>Takes out the first waiter who has something to be told.</summary>
    private AsyncWaiter<bool>? TakeFirst()
    {
        using (_gate.Hold())
        {
            for (var waiter = _queue.First; waiter is not null; waiter = waiter.Next)
            {
                var receiver = (WatchReceiver<T>)waiter.Tag!;
                // One who came back between two wakings has seen this version already.
                if (receiver.SeenVersion != _version || _closed)
                {
                    receiver.SeenVersion = _version;
                    _queue.Remove(waiter);
                    return (AsyncWaiter<bool>)waiter;
                }
            }

            return null;
        }
    }

    private AsyncWaiter<bool>? TakeFirstOf(WatchReceiver<T> receiver)
    {
        using (_gate.Hold())
        {
            for (var waiter = _queue.First; waiter is not null; waiter = waiter.Next)
            {
                if (ReferenceEquals(waiter.Tag, receiver))
                {
                    _queue.Remove(waiter);
                    return (AsyncWaiter<bool>)waiter;
                }
            }

            return null;
        }
    }
}
