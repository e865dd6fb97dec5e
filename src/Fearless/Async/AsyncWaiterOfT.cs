using System;
using System.Threading;
using System.Threading.Tasks;
using System.Threading.Tasks.Sources;

namespace Fearless.Async;

/// <summary>An awaited operation with a result. Continuations are queued to the thread pool or their context, never run by the resumer.</summary>
internal sealed class AsyncWaiter<TResult>(IAsyncWaitOwner owner) : AsyncWaiter, IValueTaskSource<TResult>, IValueTaskSource
{
    private ManualResetValueTaskSourceCore<TResult> _source = new() { RunContinuationsAsynchronously = true };
    private CancellationToken _cancellation;
    private CancellationTokenRegistration _registration;

    /// <summary>Set under the gate, by whoever takes this waiter out of the queue.</summary>
    internal TResult Result = default!;

    /// <summary>Set instead of <see cref="Result"/>.</summary>
    internal Exception? Failure;

    internal override void Resume()
    {
        if (Failure is { } failure)
        {
            _source.SetException(failure);
        }
        else
        {
            _source.SetResult(Result);
        }
    }

    /// <summary>Call after the waiter was queued and the gate was left: a token that is cancelled already runs the withdrawal here.</summary>
    internal ValueTask<TResult> Await(CancellationToken cancellation)
    {
        Register(cancellation);
        return new ValueTask<TResult>(this, _source.Version);
    }

    /// <inheritdoc cref="Await"/>
    internal ValueTask AwaitDone(CancellationToken cancellation)
    {
        Register(cancellation);
        return new ValueTask(this, _source.Version);
    }

    TResult IValueTaskSource<TResult>.GetResult(short token) => GetResult(token);

    void IValueTaskSource.GetResult(short token) => GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<TResult>.GetStatus(short token) => _source.GetStatus(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<TResult>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    private TResult GetResult(short token)
    {
        // Off the token's list, which may live much longer than this.
        _registration.Dispose();
        return _source.GetResult(token);
    }

    private void Register(CancellationToken cancellation)
    {
        if (cancellation.CanBeCanceled)
        {
            _cancellation = cancellation;
            _registration = cancellation.UnsafeRegister(static self => ((AsyncWaiter<TResult>)self!).Cancel(), this);
        }
    }

    private void Cancel()
    {
        if (owner.Withdraw(this))
        {
            _source.SetException(new OperationCanceledException(_cancellation));
        }
    }
}
