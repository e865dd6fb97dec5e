using System;
using System.Diagnostics.CodeAnalysis;

namespace Fearless;

/// <summary>Exclusive access to the values of two mutexes, from <see cref="Locks.Both"/>. Dispose releases both; a copy cannot release twice.</summary>
[NotSend("a mutex is released by the thread that locked it")]
public ref struct MutexPairGuard<TA, TB> : IDisposable
{
    private MutexGuard<TA> _a;
    private MutexGuard<TB> _b;

    internal MutexPairGuard(MutexGuard<TA> a, MutexGuard<TB> b)
    {
        _a = a;
        _b = b;
    }

    /// <summary>The value of the first mutex that was named.</summary>
    /// <exception cref="ObjectDisposedException">Released, a copy of a released guard, or never acquired.</exception>
    [UnscopedRef]
    public ref TA A => ref _a.Value;

    /// <summary>The value of the second mutex that was named.</summary>
    /// <exception cref="ObjectDisposedException">Released, a copy of a released guard, or never acquired.</exception>
    [UnscopedRef]
    public ref TB B => ref _b.Value;

    /// <summary>Releases both, poisoning both if an exception is passing that was not there when they were taken.</summary>
    public void Dispose()
    {
        _b.Dispose();
        _a.Dispose();
    }
}
