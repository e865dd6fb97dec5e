using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Fearless.Internal;

/// <summary>
/// What a lock needs to know about the running thread: a number of its own (managed thread ids are reused, these are not) and
/// whether an exception was thrown on it since it was last known to be handling none.
/// </summary>
internal static class PerThread
{
    // Primitive thread-statics are read inline by the JIT, objects and structs through a helper: hence two longs and no class.
    [ThreadStatic] private static long t_id;
    [ThreadStatic] private static long t_calmId;
    private static long s_last;

    /// <summary>Never zero, never used twice in a process.</summary>
    public static long Id
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => t_id != 0 ? t_id : Assign();
    }

    /// <summary><see cref="Id"/>, or zero if nobody has asked for it yet on this thread.</summary>
    public static long IdOrZero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => t_id;
    }

    /// <summary>
    /// <see cref="Id"/> while no exception can be in flight on this thread; zero if one may be, or if the thread has no number yet.
    /// One load answers both questions on the fast path of a lock.
    /// </summary>
    public static long CalmId
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => t_calmId;
    }

    /// <summary>An exception was thrown: from now on ask.</summary>
    public static void Disturb() => t_calmId = 0;

    /// <summary>Somebody asked, and there was none.</summary>
    public static void Calm() => t_calmId = Id;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Assign() => t_id = Interlocked.Increment(ref s_last);
}
