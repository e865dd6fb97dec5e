using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Fearless;

/// <summary>
/// An integer, character, boolean, floating-point number or enum of at most 8 bytes that is only ever touched atomically (Rust's <c>AtomicI32</c> and its like).
/// Any other T is refused by the analyzers, and by the constructor with <see cref="NotSupportedException"/>.
/// </summary>
/// <remarks>
/// <para><b>Ordering.</b> Everything is sequentially consistent: all threads see all operations on all atomics in one order (Rust's <c>SeqCst</c>). On x86 and x64 a load
/// is a plain load, everything else one locked instruction; weaker orders would save nothing but on a store.</para>
/// <para>Never blocks, never allocates but the object itself. A class, because a copied atomic is a different one.</para>
/// <para>Floating-point numbers are compared by their bits: a NaN equals itself, and 0.0 is not -0.0.</para>
/// </remarks>
[AssumeSend("a single word"), AssumeSync("every access is interlocked")]
[DebuggerDisplay("{Word}")]
public sealed class Atomic<T> where T : unmanaged
{
    internal T Word;

    /// <summary>An atomic that holds <paramref name="value"/>.</summary>
    /// <exception cref="NotSupportedException">T cannot be read and written in one step.</exception>
    public Atomic(T value = default)
    {
        if (!typeof(T).IsPrimitive && !typeof(T).IsEnum) Refuse();
        Word = value;
    }

    /// <summary>The value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Load()
    {
        // With a full fence behind each write, acquire loads are sequentially consistent (the usual mapping for x86, and for Arm64 with dmb ish).
        if (Unsafe.SizeOf<T>() == sizeof(byte)) return Unsafe.BitCast<byte, T>(Volatile.Read(ref Unsafe.As<T, byte>(ref Word)));
        if (Unsafe.SizeOf<T>() == sizeof(short)) return Unsafe.BitCast<short, T>(Volatile.Read(ref Unsafe.As<T, short>(ref Word)));
        if (Unsafe.SizeOf<T>() == sizeof(int)) return Unsafe.BitCast<int, T>(Volatile.Read(ref Unsafe.As<T, int>(ref Word)));
        return Unsafe.BitCast<long, T>(Volatile.Read(ref Unsafe.As<T, long>(ref Word)));
    }

    /// <summary>Replaces the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T value) => Interlocked.Exchange(ref Word, value);

    /// <summary>Replaces the value and returns what it was.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Swap(T value) => Interlocked.Exchange(ref Word, value);

    /// <summary>True if it was <paramref name="expected"/> and now is <paramref name="value"/>; <paramref name="witnessed"/> is what it was.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool CompareExchange(T expected, T value, out T witnessed)
    {
        witnessed = Interlocked.CompareExchange(ref Word, value, expected);
        return SameBits(witnessed, expected);
    }

    /// <summary>Stores update(old), retrying under contention; returns old. The function may run more than once, and should do nothing else. What it throws comes through, and nothing is stored.</summary>
    /// <exception cref="ArgumentNullException"/>
    public T FetchUpdate(Func<T, T> update)
    {
        ArgumentNullException.ThrowIfNull(update);
        T old = Load();
        while (!CompareExchange(old, update(old), out T now)) old = now;
        return old;
    }

    /// <summary>The value's text.</summary>
    public override string ToString() => Load().ToString() ?? "";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool SameBits(T left, T right)
    {
        if (Unsafe.SizeOf<T>() == sizeof(byte)) return Unsafe.BitCast<T, byte>(left) == Unsafe.BitCast<T, byte>(right);
        if (Unsafe.SizeOf<T>() == sizeof(short)) return Unsafe.BitCast<T, short>(left) == Unsafe.BitCast<T, short>(right);
        if (Unsafe.SizeOf<T>() == sizeof(int)) return Unsafe.BitCast<T, int>(left) == Unsafe.BitCast<T, int>(right);
        return Unsafe.BitCast<T, long>(left) == Unsafe.BitCast<T, long>(right);
    }

    private static void Refuse() => throw new NotSupportedException(
        $"{typeof(T)} cannot be read and written in one step. Atomic<T> takes integers, characters, booleans, floating-point numbers and enums; "
        + "put anything else into a Mutex<T>, or make it an immutable object in an AtomicRef<T>.");
}
