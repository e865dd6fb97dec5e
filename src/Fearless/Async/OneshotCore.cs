using System;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Internal;

namespace Fearless.Async;

/// <summary>The state of a oneshot channel; everything under the gate.</summary>
internal sealed class OneshotCore<T> : IAsyncWaitOwner
{
    private readonly Gate _gate = new();
    private readonly NodeQueue<AsyncWaiter> _receiving = new();
    private readonly NodeQueue<AsyncWaiter> _closing = new();
    private T _value = default!;
    private bool _hasValue;
    private bool _senderDone;
    private bool _receiverGone;

    internal bool IsClosed
    {
        get
        {
            using (_gate.Hold())
            {
                return _receiverGone;
            }
        }
    }

    internal bool IsReady
    {
        get
        {
            using (_gate.Hold())
            {
                return _hasValue;
            }
        }
    }

    internal bool TrySend(T value)
    {
        AsyncWaiter? waiter;
        using (_gate.Hold())
        {
            if (_senderDone || _receiverGone)
            {
                return false;
            }

            _senderDone = true;
            waiter = _receiving.RemoveFirst();
            if (waiter is null)
            {
                _value = value;
                _hasValue = true;
            }
            else
            {
                ((AsyncWaiter<T>)waiter).Result = value;
            }
        }

        waiter?.Resume();
        return true;
    }

    internal void DropSender()
    {
        using (_gate.Hold())
        {
            if (_senderDone)
            {
                return;
            }

            _senderDone = true;
        }

        Fail(_receiving);
    }

    internal TryRecvResult TryRecv(out T value)
    {
        using (_gate.Hold())
        {
            return Take(out value);
        }
    }

    internal ValueTask<T> RecvAsync(CancellationToken cancellation)
    {
        AsyncWaiter<T> waiter;
        using (_gate.Hold())
        {
            switch (Take(out var value))
            {
                case TryRecvResult.Received:
                    return new ValueTask<T>(value);
                case TryRecvResult.Disconnected:
                    return ValueTask.FromException<T>(Gone());
                default:
                    _receiving.AddLast(waiter = new AsyncWaiter<T>(this));
                    break;
            }
        }

        return waiter.Await(cancellation);
    }

    internal ValueTask ClosedAsync(CancellationToken cancellation)
    {
        AsyncWaiter<T> waiter;
        using (_gate.Hold())
        {
            if (_receiverGone)
            {
                return ValueTask.CompletedTask;
            }

            _closing.AddLast(waiter = new AsyncWaiter<T>(this));
        }

        return waiter.AwaitDone(cancellation);
    }

    internal void DropReceiver()
    {
        T unreceived;
        using (_gate.Hold())
        {
            _receiverGone = true;
            Take(out unreceived);
        }

        Fail(_receiving);
        while (TakeFirst(_closing) is { } waiter)
        {
            waiter.Resume();
        }

        (unreceived as IDisposable)?.Dispose();
    }

    public bool Withdraw(AsyncWaiter waiter)
    {
        using (_gate.Hold())
        {
            return _receiving.Remove(waiter) || _closing.Remove(waiter);
        }
    }

    private TryRecvResult Take(out T value)
    {
        value = _value;
        _value = default!;
        var had = _hasValue;
        _hasValue = false;
        return had ? TryRecvResult.Received : _senderDone ? TryRecvResult.Disconnected : TryRecvResult.Empty;
    }

    private void Fail(NodeQueue<AsyncWaiter> queue)
    {
        while (TakeFirst(queue) is { } waiter)
        {
            ((AsyncWaiter<T>)waiter).Failure = Gone();
            waiter.Resume();
        }
    }

    private AsyncWaiter? TakeFirst(NodeQueue<AsyncWaiter> queue)
    {
        using (_gate.Hold())
        {
            return queue.RemoveFirst();
        }
    }

    private static DisconnectedException Gone() => new("the value was already received, or the oneshot's sender was disposed without sending");
}
