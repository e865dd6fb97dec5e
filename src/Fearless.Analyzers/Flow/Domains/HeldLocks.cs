using System.Collections.Immutable;

namespace Fearless.Analyzers.Flow;

/// <summary>Sets of held locks.</summary>
internal static class HeldLocks
{
    /// <summary>Those of the first that are among the second as well.</summary>
    public static ImmutableArray<HeldLock> Common(ImmutableArray<HeldLock> first, ImmutableArray<HeldLock> second) =>
        first.RemoveAll(held => !Contains(second, held));

    public static bool Contains(ImmutableArray<HeldLock> locks, HeldLock wanted)
    {
        foreach (var held in locks)
        {
            if (held.IsSameLock(wanted))
                return true;
        }

        return false;
    }
}
