using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Fearless.Internal;

/// <summary>
/// Dekker's handshake with the cost on one side. A releaser stores "free" and then loads "is anybody waiting?"; a waiter stores "I am
/// waiting" and then loads "is it free?". At least one of the two must see the other, which takes a fence between store and load on
/// <em>both</em> sides — unless the rare side (the waiter) makes every running processor fence, and then the common side needs none.
/// <para>
/// Invariant: after <see cref="Barrier"/> returns, each <see cref="StoreThenLoad(ref long, long, ref readonly int)"/> in the process either stored before it (so the
/// waiter's re-check sees the store) or will load after it (so the releaser sees the waiter).
/// </para>
/// The runtime's own thread suspension stands on the same call, so it exists wherever CoreCLR does. The cheap form is used where it was
/// measured and stress-tested (x86 and x64); elsewhere, and under the switch <c>Fearless.SymmetricRelease</c>, the release is an exchange.
/// </summary>
internal static class Asymmetric
{
    public static readonly bool IsCheap =
        RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86
        && !(AppContext.TryGetSwitch("Fearless.SymmetricRelease", out bool symmetric) && symmetric);

    /// <summary>So many interlocked instructions cost as much as one <see cref="Barrier"/>: who expects to save more may take a bias.</summary>
    public const int Worthwhile = 256;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int StoreThenLoad(ref long store, long value, ref readonly int load)
    {
        // Volatile keeps the compiler from swapping the two; only the processor's store buffer is left, and Barrier empties that.
        if (IsCheap) Volatile.Write(ref store, value);
        else Interlocked.Exchange(ref store, value);
        return Volatile.Read(in load);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T StoreThenLoad<T>(ref long store, long value, ref readonly T load)
        where T : class?
    {
        if (IsCheap) Volatile.Write(ref store, value);
        else Interlocked.Exchange(ref store, value);
        return Volatile.Read(in load);
    }

    /// <summary>The same with several loads, made in this order; the store may come after all of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreThenLoad<T>(
        ref long store, long value, ref readonly long first, out long firstSeen, ref readonly int second, out int secondSeen, ref readonly T third, out T thirdSeen)
        where T : class?
    {
        if (IsCheap) Volatile.Write(ref store, value);
        else Interlocked.Exchange(ref store, value);
        firstSeen = Volatile.Read(in first);
        secondSeen = Volatile.Read(in second);
        thirdSeen = Volatile.Read(in third);
    }

    /// <summary>The waiter's side, between its store and its load. About half a microsecond: only to be paid before sleeping.</summary>
    public static void Barrier()
    {
        if (IsCheap) Interlocked.MemoryBarrierProcessWide();
        else Interlocked.MemoryBarrier();
    }
}
