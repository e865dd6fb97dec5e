using System.Threading;

namespace Fearless.Internal;

/// <summary>Numbers for locks: an order that all threads agree on, and a name that keeps no lock alive.</summary>
internal static class LockIds
{
    private static long s_last;

    /// <summary>Never zero, never used twice.</summary>
    public static long Next() => Interlocked.Increment(ref s_last);
}
