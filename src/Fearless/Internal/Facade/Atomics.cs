using System.Runtime.CompilerServices;
using System.Threading;

namespace Fearless.Internal;

/// <summary>
/// Every access to shared memory that a primitive's protocol depends on goes through here, so that the interleaving explorer can
/// compile the same sources against its own <c>Atomics</c> and choose who goes next at each call. In production each method is one
/// inlined instruction. Read is an acquire, Write a release, everything else a full fence (ECMA-335 I.12.6.5–6 and the .NET memory model).
/// </summary>
internal static class Atomics
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ref readonly int location) => Volatile.Read(in location);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Read(ref readonly long location) => Volatile.Read(in location);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read<T>(ref readonly T location) where T : class? => Volatile.Read(in location);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref int location, int value) => Volatile.Write(ref location, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref long location, long value) => Volatile.Write(ref location, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<T>(ref T location, T value) where T : class? => Volatile.Write(ref location, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CompareExchange(ref int location, int value, int expected) => Interlocked.CompareExchange(ref location, value, expected);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long CompareExchange(ref long location, long value, long expected) => Interlocked.CompareExchange(ref location, value, expected);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T CompareExchange<T>(ref T location, T value, T expected) where T : class? => Interlocked.CompareExchange(ref location, value, expected);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Exchange(ref int location, int value) => Interlocked.Exchange(ref location, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Exchange(ref long location, long value) => Interlocked.Exchange(ref location, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exchange<T>(ref T location, T value) where T : class? => Interlocked.Exchange(ref location, value);

    /// <summary>Adds and returns the new value, as <see cref="Interlocked.Add(ref int, int)"/> does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Add(ref int location, int value) => Interlocked.Add(ref location, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Add(ref long location, long value) => Interlocked.Add(ref location, value);

    /// <summary>Sets bits and returns the value before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Or(ref int location, int bits) => Interlocked.Or(ref location, bits);

    /// <summary>Keeps only these bits and returns the value before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int And(ref int location, int bits) => Interlocked.And(ref location, bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fence() => Interlocked.MemoryBarrier();
}
