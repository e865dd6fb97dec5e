using System;
using System.Runtime.CompilerServices;

namespace Fearless.Internal;

/// <summary>
/// Tells a guard, when it is disposed, whether that is because an exception is passing (Rust's <c>thread::panicking</c>).
/// <para>
/// Exact form: a guard remembers the exception record of its thread when it is taken, and poisons if there is another one when it is
/// disposed. Asking costs 5 ns, so a first-chance handler gates it: as long as nothing was thrown on the thread since somebody last asked
/// in vain, there is nothing to ask.
/// </para>
/// <para>
/// Fallback, where the runtime cannot tell (NativeAOT): the exception filters of <see cref="Passing"/> at the entry of our threads, of
/// Threads.Catch and of the With methods set a flag in the first pass, before any finally block runs. An exception that is handled below
/// such an entry then poisons nothing. Rust itself calls poisoning advisory.
/// </para>
/// </summary>
internal static class Panicking
{
    [ThreadStatic] private static bool t_passing;

    static Panicking() => AppDomain.CurrentDomain.FirstChanceException += static (_, _) => PerThread.Disturb();

    public static bool IsExact => ExceptionPointers.IsSupported;

    /// <summary>Whether this thread is unwinding (or inside a catch block: the runtime does not tell the two apart).</summary>
    public static bool Now => InFlight() != 0;

    /// <summary>Installs the first-chance handler, if it is not there; must precede the first guard. Constructors call it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Watch() => RuntimeHelpers.RunClassConstructor(typeof(Panicking).TypeHandle);

    /// <summary>What a guard remembers when it is taken while <see cref="PerThread.CalmId"/> is zero.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static nint Snapshot()
    {
        nint now = InFlight();
        if (now == 0) PerThread.Calm();
        return now;
    }

    /// <summary>Whether an exception that was not there at <paramref name="snapshot"/> is passing now; asked when the thread is not calm.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool Since(nint snapshot)
    {
        nint now = Snapshot();
        return now != 0 && now != snapshot;
    }

    /// <summary>
    /// For an exception filter at the place where an exception will be caught: <c>catch (Exception e) when (Panicking.Passing())</c>. Always true.
    /// The catch block must call <see cref="Caught"/> first.
    /// </summary>
    public static bool Passing()
    {
        PerThread.Disturb();
        t_passing = true;
        return true;
    }

    public static void Caught() => t_passing = false;

    private static nint InFlight() => ExceptionPointers.IsSupported ? ExceptionPointers.Current : t_passing ? 1 : 0;
}
