using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>The lock of the object's parent guards it; here that of another object's parent is held, which as a rule is the same.</summary>
internal static class SiblingLocks
{
    public static bool AreHeld(Touch touch, Guard guard)
    {
        if (guard.Name.Steps.Length < 2 || (touch.Access.Path.Root == PathRoot.This && touch.Access.Path.Steps.Length == 1))
            return false;
        foreach (var held in touch.Access.Locks)
        {
            if (held.Steps.Length > 1 && SymbolEqualityComparer.Default.Equals(held.LockClass, guard.Name.LockClass))
                return true;
        }

        return false;
    }
}
