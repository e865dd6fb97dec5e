using System.Numerics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Fearless;

/// <summary>Arithmetic on atomic integers. Each returns the value before, is sequentially consistent and lock-free, and never allocates.</summary>
/// <remarks>Add, And and Or on 4 and 8 bytes are one instruction; the rest are compare-exchange loops.</remarks>
public static class AtomicNumber
{
    /// <summary>Adds, wrapping around, and returns the value before.</summary>
    public static T FetchAdd<T>(this Atomic<T> atomic, T value) where T : unmanaged, IBinaryInteger<T>
    {
        if (Unsafe.SizeOf<T>() == sizeof(int))
            return Unsafe.BitCast<int, T>(unchecked(Interlocked.Add(ref Unsafe.As<T, int>(ref atomic.Word), Unsafe.BitCast<T, int>(value)) - Unsafe.BitCast<T, int>(value)));
        if (Unsafe.SizeOf<T>() == sizeof(long))
            return Unsafe.BitCast<long, T>(unchecked(Interlocked.Add(ref Unsafe.As<T, long>(ref atomic.Word), Unsafe.BitCast<T, long>(value)) - Unsafe.BitCast<T, long>(value)));
        T old = atomic.Load();
        while (!atomic.CompareExchange(old, unchecked(old + value), out T now)) old = now;
        return old;
    }

    /// <summary>Subtracts, wrapping around, and returns the value before.</summary>
    public static T FetchSub<T>(this Atomic<T> atomic, T value) where T : unmanaged, IBinaryInteger<T> =>
        atomic.FetchAdd(unchecked(T.Zero - value));

    /// <summary>Keeps the bits that both have, and returns the value before.</summary>
    public static T FetchAnd<T>(this Atomic<T> atomic, T value) where T : unmanaged, IBinaryInteger<T>
    {
        if (Unsafe.SizeOf<T>() == sizeof(int))
            return Unsafe.BitCast<int, T>(Interlocked.And(ref Unsafe.As<T, int>(ref atomic.Word), Unsafe.BitCast<T, int>(value)));
        if (Unsafe.SizeOf<T>() == sizeof(long))
            return Unsafe.BitCast<long, T>(Interlocked.And(ref Unsafe.As<T, long>(ref atomic.Word), Unsafe.BitCast<T, long>(value)));
        T old = atomic.Load();
        while (!atomic.CompareExchange(old, old & value, out T now)) old = now;
        return old;
    }

    /// <summary>Takes the bits that either has, and returns the value before.</summary>
    public static T FetchOr<T>(this Atomic<T> atomic, T value) where T : unmanaged, IBinaryInteger<T>
    {
        if (Unsafe.SizeOf<T>() == sizeof(int))
            return Unsafe.BitCast<int, T>(Interlocked.Or(ref Unsafe.As<T, int>(ref atomic.Word), Unsafe.BitCast<T, int>(value)));
        if (Unsafe.SizeOf<T>() == sizeof(long))
            return Unsafe.BitCast<long, T>(Interlocked.Or(ref Unsafe.As<T, long>(ref atomic.Word), Unsafe.BitCast<T, long>(value)));
        T old = atomic.Load();
        while (!atomic.CompareExchange(old, old | value, out T now)) old = now;
        return old;
    }

    /// <summary>Takes the bits that one of the two has, and returns the value before.</summary>
    public static T FetchXor<T>(this Atomic<T> atomic, T value) where T : unmanaged, IBinaryInteger<T>
    {
        T old = atomic.Load();
        while (!atomic.CompareExchange(old, old ^ value, out T now)) old = now;
        return old;
    }

    /// <summary>Stores the complement of the bits that both have, and returns the value before.</summary>
    public static T FetchNand<T>(this Atomic<T> atomic, T value) where T : unmanaged, IBinaryInteger<T>
    {
        T old = atomic.Load();
        while (!atomic.CompareExchange(old, ~(old & value), out T now)) old = now;
        return old;
    }

    /// <summary>Keeps the smaller one, and returns the value before.</summary>
    public static T FetchMin<T>(this Atomic<T> atomic, T value) where T : unmanaged, IBinaryInteger<T>
    {
        T old = atomic.Load();
        while (!atomic.CompareExchange(old, T.Min(old, value), out T now)) old = now;
        return old;
    }

    /// <summary>Keeps the larger one, and returns the value before.</summary>
    public static T FetchMax<T>(this Atomic<T> atomic, T value) where T : unmanaged, IBinaryInteger<T>
    {
        T old = atomic.Load();
        while (!atomic.CompareExchange(old, T.Max(old, value), out T now)) old = now;
        return old;
    }
}
