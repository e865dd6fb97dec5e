using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Fearless;

/// <summary>A value of its own for every thread, made on first use, disposed when its thread ends.</summary>
/// <typeparam name="T">The type of the values; it need not be Send, as a value never leaves its thread.</typeparam>
/// <remarks>
/// On threads started by Fearless the values are disposed, the newest first, before a join returns. On other threads (the main thread, the
/// pool's) a value is kept until the thread dies and then left to the garbage collector: .NET offers no end-of-thread hook there.
/// Keys are meant to be static fields: a key's number is never used again. Nothing here waits or locks.
/// Rust: <c>thread_local!</c> and <c>LocalKey</c>. BCL: <see cref="ThreadLocal{T}"/>, which never disposes at a thread's end.
/// </remarks>
[AssumeSend("a key, not a value"), AssumeSync("a key, not a value")]
[DebuggerDisplay("LocalKey {DebugText,nq}")]
public sealed class LocalKey<T>
{
    private readonly Func<T> _init;
    private readonly int _key = LocalKeys.Next();

    /// <summary>Makes a key.</summary>
    /// <param name="init">Makes a thread's value, on that thread, when it first asks; if it throws, the next use tries again.</param>
    public LocalKey(Func<T> init)
    {
        ArgumentNullException.ThrowIfNull(init);
        _init = init;
    }

    private string DebugText => LocalValues.Find(_key) is LocalSlot<T> slot ? $"{slot.State}: {slot.Value}" : "no value on this thread";

    /// <summary>Runs the body on this thread's value.</summary>
    /// <param name="body">Has the value to itself: it must not use the same key again.</param>
    /// <exception cref="InvalidOperationException">The value is in use further up the stack, or was already disposed at the thread's end.</exception>
    public void With(RefAction<T> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var slot = Initialized();
        slot.State = LocalState.Borrowed;
        try
        {
            body(ref slot.Value);
        }
        finally
        {
            slot.State = LocalState.Ready;
        }
    }

    /// <summary>Runs the body on this thread's value and returns its result.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="body">Has the value to itself: it must not use the same key again.</param>
    /// <returns>The body's result.</returns>
    /// <exception cref="InvalidOperationException">The value is in use further up the stack, or was already disposed at the thread's end.</exception>
    public TResult With<TResult>(RefFunc<T, TResult> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var slot = Initialized();
        slot.State = LocalState.Borrowed;
        try
        {
            return body(ref slot.Value);
        }
        finally
        {
            slot.State = LocalState.Ready;
        }
    }

    /// <summary>As <see cref="With(RefAction{T})"/>, but does nothing when the thread is ending and has disposed the value (Rust's <c>try_with</c>).</summary>
    /// <param name="body">Has the value to itself.</param>
    /// <returns>Whether the body ran.</returns>
    /// <exception cref="InvalidOperationException">The value is in use further up the stack.</exception>
    public bool TryWith(RefAction<T> body)
    {
        if (Slot().State == LocalState.Destroyed)
        {
            return false;
        }

        With(body);
        return true;
    }

    /// <summary>Returns a copy of this thread's value: for a reference, the reference.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is in use further up the stack, or was already disposed at the thread's end.</exception>
    public T Get() => Initialized().Value;

    /// <summary>Stores a value and disposes the one before; before the first use the initialiser does not run.</summary>
    /// <param name="value">The new value.</param>
    /// <exception cref="InvalidOperationException">The value is in use further up the stack, or was already disposed at the thread's end.</exception>
    public void Set([Moved] T value)
    {
        var slot = Slot();
        if (slot.State == LocalState.Empty)
        {
            slot.Value = value;
            slot.State = LocalState.Ready;
            return;
        }

        ThrowUnlessReady(slot);
        slot.DisposeOld(value);
    }

    /// <summary>Stores a value and returns the one before, which is then the caller's alone.</summary>
    /// <param name="value">The new value.</param>
    /// <returns>The value before; the initialiser's if there was none.</returns>
    /// <exception cref="InvalidOperationException">The value is in use further up the stack, or was already disposed at the thread's end.</exception>
    [return: Moved]
    public T Replace([Moved] T value)
    {
        var slot = Initialized();
        var old = slot.Value;
        slot.Value = value;
        return old;
    }

    /// <summary>Takes the value out and leaves the type's default (Rust's <c>take</c>).</summary>
    /// <returns>The value before; the initialiser's if there was none.</returns>
    /// <exception cref="InvalidOperationException">The value is in use further up the stack, or was already disposed at the thread's end.</exception>
    [return: Moved]
    public T? Take() => Replace(default!);

    private LocalSlot<T> Slot()
    {
        if (LocalValues.Find(_key) is LocalSlot<T> slot)
        {
            return slot;
        }

        slot = new LocalSlot<T>();
        LocalValues.Add(_key, slot);
        return slot;
    }

    private LocalSlot<T> Initialized()
    {
        var slots = LocalValues.t_slots;
        var key = _key;
        // The key's number belongs to this key alone, so what lies there is of its type.
        return slots is not null && (uint)key < (uint)slots.Length
            && Unsafe.As<LocalSlot<T>?>(slots[key]) is { State: LocalState.Ready } ready ? ready : InitializedSlowly();
    }

    private LocalSlot<T> InitializedSlowly()
    {
        var slot = Slot();
        if (slot.State != LocalState.Ready)
        {
            Initialize(slot);
        }

        return slot;
    }

    private void Initialize(LocalSlot<T> slot)
    {
        if (slot.State != LocalState.Empty)
        {
            ThrowUnlessReady(slot);
        }

        slot.State = LocalState.Initializing;
        try
        {
            slot.Value = _init();
            slot.State = LocalState.Ready;
        }
        finally
        {
            if (slot.State == LocalState.Initializing)
            {
                slot.State = LocalState.Empty;
            }
        }
    }

    private static void ThrowUnlessReady(LocalSlot<T> slot)
    {
        var message = slot.State switch
        {
            LocalState.Ready => null,
            LocalState.Initializing => "The key's initialiser uses the key itself. Break the cycle.",
            LocalState.Borrowed => "The thread-local value is already in use by a With further up the stack. Finish that first, or work on its ref.",
            _ => "The thread is ending and this thread-local value was already disposed. Use TryWith in a Dispose that may run that late.",
        };
        if (message is not null)
        {
            throw new InvalidOperationException(message);
        }
    }
}
