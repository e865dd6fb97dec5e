using System;
using System.Diagnostics;
using Fearless.Internal;

namespace Fearless.Async;

/// <summary>Permits that were taken from an <see cref="AsyncSemaphore"/>. Disposing gives them back, on whatever thread.</summary>
/// <remarks>One that is lost without Dispose keeps its permits for ever. Rust: <c>tokio::sync::OwnedSemaphorePermit</c>.</remarks>
[Send, NotSync("has one owner")]
[DebuggerDisplay("SemaphorePermit {Count}")]
public sealed class SemaphorePermit : IDisposable
{
    private readonly AsyncSemaphore _semaphore;
    private int _count;

    internal SemaphorePermit(AsyncSemaphore semaphore, int count)
    {
        _semaphore = semaphore;
        _count = count;
    }

    /// <summary>How many permits this is; none once it was disposed, merged or forgotten.</summary>
    public int Count => Atomics.Read(ref _count);

    /// <summary>Makes two of one.</summary>
    /// <param name="count">How many go over.</param>
    /// <returns>The permits that went over; null: there are not that many, and nothing changed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public SemaphorePermit? Split(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        while (true)
        {
            var before = Atomics.Read(ref _count);
            if (count > before)
            {
                return null;
            }

            if (Atomics.CompareExchange(ref _count, before - count, before) == before)
            {
                return new SemaphorePermit(_semaphore, count);
            }
        }
    }

    /// <summary>Takes another's permits over; the other is spent.</summary>
    /// <param name="other">Permits of the same semaphore.</param>
    /// <exception cref="ArgumentException">It is of another semaphore, or is this one.</exception>
    public void Merge([Moved] SemaphorePermit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other._semaphore != _semaphore || other == this)
        {
            throw new ArgumentException("These permits cannot be merged: pass another permit of the same semaphore.", nameof(other));
        }

        Atomics.Add(ref _count, other.Take());
    }

    /// <summary>Never gives the permits back: the semaphore has fewer from now on. The permit is spent.</summary>
    public void Forget() => Take();

    /// <summary>Gives the permits back, to the first who waits. A second call does nothing.</summary>
    public void Dispose()
    {
        var count = Take();
        if (count > 0)
        {
            _semaphore.Add(count);
        }
    }

    // In one step, so that permits that are given back by two threads at once are given back once.
    private int Take() => Atomics.Exchange(ref _count, 0);
}
