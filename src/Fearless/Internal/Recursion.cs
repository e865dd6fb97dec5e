using System.Threading;

namespace Fearless.Internal;

/// <summary>What a thread is told that would wait for itself.</summary>
internal static class Recursion
{
    public static void ThrowExclusive() => throw new LockRecursionException(
        "This thread already holds the lock and would wait for itself for ever. Use the guard that is alive, or dispose it first; "
        + "a method that is called under the lock should take the guard's value instead of locking again.");

    public static void ThrowUpgrade() => throw new LockRecursionException(
        "This thread already holds the lock to read and would wait for itself for ever to write. Dispose the read guard first and check again "
        + "after Write(), or take the write lock from the start and Downgrade() it.");
}
