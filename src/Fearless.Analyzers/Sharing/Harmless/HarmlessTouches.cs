using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>Accesses without the lock that are sound all the same, or that another rule judges.</summary>
internal static class HarmlessTouches
{
    public static bool IsHarmless(Touch touch, Guard guard, ISymbol member, IReadOnlyList<Touch> all, TypeFacts facts) =>
        IsOutsideSharing(touch, facts)
        || IsInOrder(touch, guard, facts)
        || (!touch.IsWrite && touch.Effect != ObjectEffect.Read && IsGoodRead(touch, guard, member, all));

    /// <summary>The object is not yet, or no longer, or not seriously shared there.</summary>
    private static bool IsOutsideSharing(Touch touch, TypeFacts facts) =>
        touch.Access.Body.Owner is not IMethodSymbol owner || owner.MethodKind == MethodKind.Destructor || IsDisposalOfIt(touch, owner) || owner.Name is "ToString" || DebuggerCode.IsOne(owner)
        || SetUps.IsPartOf(touch.Access, facts);

    /// <summary>Whoever disposes an object has seen to it that nobody uses it any more. Others that it is registered with live on.</summary>
    private static bool IsDisposalOfIt(Touch touch, IMethodSymbol owner) =>
        Disposals.IsOne(owner) && touch.Access.Path is { Root: PathRoot.This, Steps.Length: 1 };

    /// <summary>Something else than holding the guard keeps the others away.</summary>
    private static bool IsInOrder(Touch touch, Guard guard, TypeFacts facts) =>
        (touch.Access.IsAtomic && touch.Effect is not (ObjectEffect.Read or ObjectEffect.Write))
        || DetachedObjects.IsDetached(touch, guard, facts) || SiblingLocks.AreHeld(touch, guard) || FlaggedCalls.AllHold(touch, guard, facts);

    /// <summary>A single read of the member itself: the value may be old, but is whole, and does no harm.</summary>
    private static bool IsGoodRead(Touch touch, Guard guard, ISymbol member, IReadOnlyList<Touch> all) =>
        member is IFieldSymbol { IsVolatile: true }
        || LockedDecisions.FollowOn(touch, guard, all) || LockedDecisions.CameBefore(touch, guard, all)
        || WholeReferences.HasPassedThrough(touch, guard, member, all) || WholeReferences.IsOnlyReplaced(touch, guard, member, all)
        || StateLooks.IsAtMember(touch, guard, member, all);
}
