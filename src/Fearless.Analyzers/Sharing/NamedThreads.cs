using System.Collections.Generic;
using Fearless.Analyzers.Flow;

namespace Fearless.Analyzers.Sharing;

/// <summary>Members that belong to one named thread, as their author says: what they do happens one after the other.</summary>
internal static class NamedThreads
{
    public static bool AreOne(Touch first, Touch second) => Of(first) is { } thread && thread == Of(second);

    /// <summary>Whoever changes the member does it on this access's own thread: others need the lock, and this one does not.</summary>
    public static bool HaveAllWrites(Touch touch, IReadOnlyList<Touch> all)
    {
        if (Of(touch) is not { } thread || touch.IsWrite)
            return false;
        foreach (var other in all)
        {
            if (other.IsWrite && Of(other) != thread)
                return false;
        }

        return true;
    }

    private static string? Of(Touch touch) => touch.Access.Context == ThreadContext.Main ? ThreadNames.OfCode(touch.Access.Body.Owner) : null;
}
