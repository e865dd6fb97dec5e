using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// One look at a flag, not in a loop: whoever looks a moment earlier sees the same. Unless what follows takes the lock that the flag belongs to:
/// then the look belongs under it.
/// </summary>
internal static class FlagLooks
{
    public static bool IsOne(Touch touch, Guard guard, ISymbol member, IReadOnlyList<Touch> all)
    {
        if (MemberType.Of(member) is not { SpecialType: SpecialType.System_Boolean } || TakesLock(touch, guard))
            return false;
        foreach (var other in all)
        {
            if (WholeReferences.IsReadAgain(touch, other, guard))
                return false;
        }

        for (var around = touch.Access.Reference.Parent; around is not null; around = around.Parent)
        {
            if (around is ILoopOperation)
                return false;
        }

        return true;
    }

    private static bool TakesLock(Touch touch, Guard guard)
    {
        foreach (var acquisition in touch.Access.Body.Facts?.Acquisitions ?? [])
        {
            if (LockName.Relative(acquisition.Path, touch.Access.Path) is { } name && name.Equals(guard.Name))
                return true;
        }

        return false;
    }
}
