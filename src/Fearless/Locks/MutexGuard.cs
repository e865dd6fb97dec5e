using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Fearless.Internal;

namespace Fearless;

/// <summary>
/// Exclusive access to the value of a <see cref="Mutex{T}"/> (Rust's <c>MutexGuard</c>). <see cref="Dispose"/> releases; a copy cannot release twice.
/// </summary>
/// <remarks>
/// Being a ref struct it cannot leave its thread, nor live across an await. Copies stand for the same lock: once one of them is disposed,
/// all of them are spent. A guard that is never disposed leaves the mutex locked for ever.
/// </remarks>
[NotSend("a mutex is released by the thread that locked it")]
[DebuggerDisplay("{ToString(),nq}")]
public ref struct MutexGuard<T> : IDisposable
{
    private readonly Mutex<T>? _mutex;
    private readonly long _ticket;
    private readonly nint _snapshot;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal MutexGuard(Mutex<T> mutex, long ticket, nint snapshot)
    {
        _mutex = mutex;
        _ticket = ticket;
        _snapshot = snapshot;
    }

    /// <summary>The value itself, to read and to write. The reference must not be kept past <see cref="Dispose"/>.</summary>
    /// <exception cref="ObjectDisposedException">Released, a copy of a released guard, or never acquired.</exception>
    [UnscopedRef]
    public ref T Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Mutex<T>? mutex = _mutex;
            if (mutex is null || mutex.Raw.Ticket != _ticket) LockStatus.ThrowReleased(nameof(MutexGuard<>));
            return ref mutex!.Item;
        }
    }

    /// <summary>Whether this guard holds its mutex: false after <see cref="Dispose"/>, on copies too, and for a try that failed.</summary>
    public readonly bool IsHeld => _mutex is not null && _mutex.Raw.Ticket == _ticket;

    /// <summary>Releases the mutex, poisoning it if an exception is passing that was not there when the guard was taken. Does nothing on a guard that is not held.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose()
    {
        Mutex<T>? mutex = _mutex;
        // A ticket is given out once, so what matches here was issued to this guard and is still open.
        if (mutex is not null && mutex.Raw.Ticket == _ticket) mutex.Release(_snapshot);
    }

    /// <summary>The value's text.</summary>
    public override readonly string ToString() => IsHeld ? _mutex!.Item?.ToString() ?? "" : "<released>";

    /// <summary>Null: not held.</summary>
    internal readonly Mutex<T>? Held => IsHeld ? _mutex : null;

    internal readonly long Ticket => _ticket;
}
