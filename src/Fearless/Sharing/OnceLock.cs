using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading;
using Fearless.Internal;

namespace Fearless;

/// <summary>A value set at most once, by whichever thread comes first (Rust's <c>OnceLock</c>). Never poisoned: a factory that throws lets the next caller try.</summary>
/// <remarks>
/// <para><b>Ordering.</b> What the setter did before happens before every successful read. <b>Cost.</b> A read of a value that is there is one load; setting allocates the wait queue
/// only if somebody waits. <b>Blocking.</b> Only while another thread runs the factory, and in <see cref="Wait"/>.</para>
/// <para>If the factory is known where the field is declared, <see cref="Lazy{T}"/> is as good.</para>
/// </remarks>
/// <typeparam name="T">What all threads read at once and any may have made: Send and Sync.</typeparam>
[AssumeSend("moves its value along"), AssumeSync("written once, then read-only")]
[DebuggerDisplay("{ToString(),nq}")]
public sealed class OnceLock<[Send, Sync] T>
{
    // Invariant: 0 until somebody claims the right to set it (compare-exchange to the claimant's thread number, which is positive), back to 0
    // if that fails, Ready for ever once _value is written. Reading Ready acquires what Write released: the value is complete.
    private const long Empty = 0;
    private const long Ready = -1;

    private T _value = default!;
    private long _state;
    private OnceQueue? _queue;

    /// <summary>The value, if it is there; never waits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        bool ready = Atomics.Read(ref _state) == Ready;
        value = ready ? _value : default;
        return ready;
    }

    /// <summary>Sets the value; false: it was set before, and the new one is still the caller's. Waits while another thread runs the factory.</summary>
    /// <exception cref="InvalidOperationException">Called from the factory of the same cell.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted while it waited.</exception>
    public bool TrySet([MovedWhen(true)] T value)
    {
        if (!Claim()) return false;
        _value = value;
        Finish(Ready);
        return true;
    }

    /// <summary>The value, made by <paramref name="factory"/> if it is not there: on exactly one thread, the others wait. If it throws, the exception comes through and the next caller's factory runs.</summary>
    /// <exception cref="InvalidOperationException">Called from the factory of the same cell.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted while it waited.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T GetOrInit(Func<T> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return Atomics.Read(ref _state) == Ready ? _value : Init(factory);
    }

    /// <summary>Waits until another thread has set the value, and returns it.</summary>
    /// <exception cref="InvalidOperationException">Called from the factory of the same cell.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted while it waited.</exception>
    public T Wait()
    {
        while (Atomics.Read(ref _state) != Ready) Sleep(wakeWhenEmpty: false);
        return _value;
    }

    /// <summary><c>OnceLock(5)</c>, or <c>OnceLock(&lt;uninit&gt;)</c>.</summary>
    public override string ToString() => TryGet(out T? value) ? $"OnceLock({value})" : "OnceLock(<uninit>)";

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T Init(Func<T> factory)
    {
        if (!Claim()) return _value;
        bool made = false;
        try
        {
            _value = factory();
            made = true;
        }
        finally
        {
            Finish(made ? Ready : Empty);
        }
        return _value;
    }

    /// <summary>True: this thread is to set the value. False: it is there.</summary>
    private bool Claim()
    {
        while (true)
        {
            long state = Atomics.CompareExchange(ref _state, PerThread.Id, Empty);
            if (state == Empty) return true;
            if (state == Ready) return false;
            Sleep(wakeWhenEmpty: true);
        }
    }

    private void Finish(long state)
    {
        // A full fence between telling and looking who waits; a sleeper has one between joining the queue and looking at the state.
        Atomics.Exchange(ref _state, state);
        if (Atomics.Read(ref _queue) is { } queue) queue.WakeAll();
    }

    /// <summary>Until the state may have changed to one that the caller waits for.</summary>
    private void Sleep(bool wakeWhenEmpty)
    {
        if (Atomics.Read(ref _state) == PerThread.Id)
            throw new InvalidOperationException("The factory asks for the very value that it is making, and would wait for itself for ever. Make the value without it.");
        OnceQueue queue = Atomics.Read(ref _queue) ?? MakeQueue();
        Waiter me = queue.Join();
        try
        {
            Atomics.Fence();
            long state = Atomics.Read(ref _state);
            if (state != Ready && !(wakeWhenEmpty && state == Empty)) me.Wait(Deadline.Infinite);
        }
        finally
        {
            queue.Leave(me);
        }
    }

    private OnceQueue MakeQueue()
    {
        var made = new OnceQueue();
        return Atomics.CompareExchange(ref _queue, made, null) ?? made;
    }
}
