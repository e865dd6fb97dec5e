using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Fearless.Internal;

namespace Fearless;

/// <summary>Exclusive access to the value of an <see cref="RwLock{T}"/> (Rust's <c>RwLockWriteGuard</c>). Dispose releases; a copy cannot release twice.</summary>
/// <remarks>Being a ref struct it cannot leave its thread, nor live across an await. Once one copy is disposed or downgraded, all copies are spent.</remarks>
[NotSend("a lock is released by the thread that took it")]
[DebuggerDisplay("{ToString(),nq}")]
public ref struct WriteGuard<T> : IDisposable
{
    private readonly RwLock<T>? _lock;
    private readonly long _ticket;
    private readonly nint _snapshot;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal WriteGuard(RwLock<T> @lock, long ticket, nint snapshot)
    {
        _lock = @lock;
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
            if (!IsHeld) LockStatus.ThrowReleased(nameof(WriteGuard<>));
            return ref _lock!.Item;
        }
    }

    /// <summary>Whether this guard holds its lock: false after <see cref="Dispose"/> or <see cref="Downgrade"/>, on copies too, and for a try that failed.</summary>
    public readonly bool IsHeld
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _lock is not null && _lock.Raw.Ticket == _ticket;
    }

    /// <summary>
    /// Turns the write lock into a read lock with no writer in between, and lets in everybody who waits to read; this guard is spent. Does not wait.
    /// An exception that is passing does not poison here, since the value is not released half-changed: the caller goes on reading it.
    /// </summary>
    /// <exception cref="ObjectDisposedException">Released, a copy of a released guard, or never acquired.</exception>
    public ReadGuard<T> Downgrade()
    {
        if (!IsHeld) LockStatus.ThrowReleased(nameof(WriteGuard<>));
        ReadSlot slot = ReadHolds.Current.Open(_lock!.Id);
        _lock.Raw.Downgrade();
        return new ReadGuard<T>(_lock, slot);
    }

    /// <summary>Releases the lock, poisoning it if an exception is passing that was not there when the guard was taken. Does nothing on a guard that is not held.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose()
    {
        if (IsHeld) _lock!.ReleaseWrite(_snapshot);
    }

    /// <summary>The value's text.</summary>
    public override readonly string ToString() => IsHeld ? _lock!.Item?.ToString() ?? "" : "<released>";
}
