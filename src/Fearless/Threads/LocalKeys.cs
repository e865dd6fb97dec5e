using System.Threading;

namespace Fearless;

/// <summary>Numbers the keys. Numbers are not used again: a thread may still hold a value of a key that is gone, and has to dispose it.</summary>
internal static class LocalKeys
{
    private static int s_last = -1;

    internal static int Next() => Interlocked.Increment(ref s_last);
}
