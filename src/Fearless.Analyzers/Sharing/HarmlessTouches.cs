using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>Accesses without the lock that are sound all the same, or that another rule judges.</summary>
internal static class HarmlessTouches
{
    public static bool IsHarmless(Touch touch, Guard guard, ISymbol member, IReadOnlyList<Touch> all)
    {
        if (touch.Access.Body.Owner is not IMethodSymbol owner)
            return true;

        // Whoever disposes an object has seen to it that nobody uses it any more.
        if (owner.MethodKind == MethodKind.Destructor || owner.Name is "Dispose" or "DisposeAsync" or "DisposeCore" or "ToString" or "DisposeAsyncCore")
            return true;
        if (touch.IsWrite || touch.Effect == ObjectEffect.Read)
            return false;

        // A single read of the member itself: the value may be old, but is whole.
        if (touch.Access.IsAtomic || member is IFieldSymbol { IsVolatile: true })
            return true;
        return IsCheckedAgain(touch, guard, all) || HasPassedThrough(touch, guard, member, all);
    }

    /// <summary>A look before the lock that is repeated under it (double-checked locking is a rule of its own).</summary>
    private static bool IsCheckedAgain(Touch touch, Guard guard, IReadOnlyList<Touch> all)
    {
        foreach (var other in all)
        {
            if (other.Access.Body == touch.Access.Body && other.Syntax.SpanStart > touch.Syntax.SpanStart && other.Holds(guard.Name) && (other.Access.Kind & Flow.AccessKind.Read) != 0)
                return true;
        }

        return false;
    }

    /// <summary>A reference that is stored once is read by code that has just been through the lock.</summary>
    private static bool HasPassedThrough(Touch touch, Guard guard, ISymbol member, IReadOnlyList<Touch> all)
    {
        if (MemberType.Of(member) is not { IsReferenceType: true })
            return false;
        var passed = false;
        foreach (var other in all)
        {
            if (other.IsOfSlot && other.Access.IsWrite && other.Access.Body != touch.Access.Body)
                return false;
            passed |= other.Access.Body == touch.Access.Body && other.Syntax.SpanStart < touch.Syntax.SpanStart && other.Holds(guard.Name);
        }

        return passed;
    }
}
