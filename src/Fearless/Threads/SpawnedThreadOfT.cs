using System;

namespace Fearless;

/// <summary>A running thread that returns a value.</summary>
internal sealed class SpawnedThread<T>(Func<T> body, ThreadScope? scope) : SpawnedThread(scope)
{
    private Func<T>? _body = body;
    private T _result = default!;

    internal override bool HasDisposableResult => _result is IDisposable;

    protected override void InvokeBody()
    {
        var body = _body!;
        // What the closure captured is garbage as soon as the body drops it, however long the handle lives.
        _body = null;
        _result = body();
    }

    /// <summary>Hands out how the thread ended; the value is not kept.</summary>
    internal JoinResult<T> TakeResult()
    {
        var result = Panic is { } panic ? new JoinResult<T>(panic) : new JoinResult<T>(_result);
        _result = default!;
        return result;
    }

    internal override void DropResult()
    {
        var result = _result as IDisposable;
        _result = default!;
        result?.Dispose();
    }
}
