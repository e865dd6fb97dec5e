using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Internal;

namespace Fearless.Async;

/// <summary>
/// A value made at most once, by an asynchronous factory. Never poisoned: a factory that throws or is cancelled lets the next caller's try.
/// </summary>
/// <typeparam name="T">What all read at once and any may have made: Send and Sync.</typeparam>
/// <remarks>
/// What the factory did happens before every successful read. A read of a value that is there is one load; while a factory runs the others wait
/// without a thread, first come, first served. A factory that asks for the value it is making waits for ever: an await has no thread that could be
/// recognised. Rust: <c>tokio::sync::OnceCell</c>. BCL: <c>Lazy&lt;Task&lt;T&gt;&gt;</c>, which keeps the first failure, or the first
/// caller's cancellation, for ever.
/// </remarks>
[AssumeSend("moves its value along"), AssumeSync("written once, then read-only")]
[DebuggerDisplay("AsyncOnceLock ready: {_isReady == 1}")]
public sealed class AsyncOnceLock<[Send, Sync] T>
{
    // Held by whoever makes the value; nothing to protect, so its own value says nothing.
    private readonly AsyncMutex<bool> _making = new(false);

    // Written under the mutex, before _isReady, which is never taken back.
    private T _value = default!;
    private int _isReady;

    /// <summary>The value, if it is there; never waits.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether it is there.</returns>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        var ready = Atomics.Read(ref _isReady) == 1;
        value = ready ? _value : default;
        return ready;
    }

    /// <summary>Sets the value; never waits.</summary>
    /// <param name="value">Moved only if this returns true.</param>
    /// <returns>False: it was set before, or somebody's factory is running.</returns>
    public bool TrySet([MovedWhen(true)] T value)
    {
        if (!_making.TryLock(out var guard))
        {
            return false;
        }

        using (guard)
        {
            return Atomics.Read(ref _isReady) == 0 && Set(value);
        }
    }

    /// <summary>The value, made by <paramref name="factory"/> if it is not there: by one caller, while the others wait.</summary>
    /// <param name="factory">Gets the token. If it throws, the exception comes through, and the next caller's factory runs.</param>
    /// <param name="cancellationToken">Gives up waiting, and is given to the factory.</param>
    /// <returns>A task to await once.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ValueTask<T> GetOrInitAsync(Func<CancellationToken, Task<T>> factory, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return TryGet(out var value) ? new ValueTask<T>(value) : Init(factory, cancellationToken);
    }

    private async ValueTask<T> Init(Func<CancellationToken, Task<T>> factory, CancellationToken cancellationToken)
    {
        using var guard = await _making.LockAsync(cancellationToken).ConfigureAwait(false);
        if (Atomics.Read(ref _isReady) == 0)
        {
            Set(await factory(cancellationToken).ConfigureAwait(false));
        }

        return _value;
    }

    private bool Set(T value)
    {
        _value = value;
        Atomics.Write(ref _isReady, 1);
        return true;
    }
}
