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
    private readonly ReadSlot _slot;
    private readonly long _ticket;

    /// <summary>For a lock that the current thread has just begun to share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadGuard(RwLock<T> @lock, ReadSlot slot)
    {
        _lock = @lock;
        _slot = slot;
        _ticket = slot.Tickets;
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
        get => _lock is not null && _slot.Busy == _ticket;
    }

    /// <summary>Releases the lock. Never poisons. Does nothing on a guard that is not held.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose()
    {
        // A ticket is given out once, so what matches here was issued to this guard and is still open.
        if (IsHeld) _lock!.Raw.Unshare(_slot);
    }

    /// <summary>The value's text.</summary>
    public override readonly string ToString() => IsHeld ? _lock!.Item?.ToString() ?? "" : "<released>";
}
