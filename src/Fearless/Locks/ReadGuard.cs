using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Fearless.Internal;

namespace Fearless;

/// <summary>Shared access to the value of an <see cref="RwLock{T}"/> (Rust's <c>RwLockReadGuard</c>). Dispose releases; a copy cannot release twice.</summary>
/// <remarks>Being a ref struct it cannot leave its thread, nor live across an await. Once one copy is disposed, all copies are spent.</remarks>
[NotSend("a lock is released by the thread that took it")]
[DebuggerDisplay("{ToString(),nq}")]
public ref struct ReadGuard<T> : IDisposable
{
    private readonly RwLock<T>? _lock;
    private readonly ReadHolds _holds;
    private readonly long _ticket;
    private readonly int _index;

    /// <summary>For a lock that the current thread has just begun to share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadGuard(RwLock<T> @lock, ReadHolds holds)
    {
        _lock = @lock;
        _holds = holds;
        _index = holds.Open(@lock.Id);
        _ticket = holds.LastTicket;
    }

    /// <summary>The value itself, to read. The reference must not be kept past <see cref="Dispose"/>.</summary>
    /// <exception cref="ObjectDisposedException">Released, a copy of a released guard, or never acquired.</exception>
    [UnscopedRef]
    public ref readonly T Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (!IsHeld) LockStatus.ThrowReleased(nameof(ReadGuard<>));
            return ref _lock!.Item;
        }
    }

    /// <summary>Whether this guard holds its lock: false after <see cref="Dispose"/>, on copies too, and for a try that failed.</summary>
    public readonly bool IsHeld
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _lock is not null && _holds.IsOpen(_index, _ticket);
    }

    /// <summary>Releases the lock. Never poisons. Does nothing on a guard that is not held.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose()
    {
        if (!IsHeld) return;
        _holds.Close(_index);
        _lock!.Raw.Unshare();
    }

    /// <summary>The value's text.</summary>
    public override readonly string ToString() => IsHeld ? _lock!.Item?.ToString() ?? "" : "<released>";
}
