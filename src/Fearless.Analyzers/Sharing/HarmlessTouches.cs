using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Accesses without the lock that are sound all the same, or that another rule judges.</summary>
internal static class HarmlessTouches
{
    public static bool IsHarmless(Touch touch, Guard guard, ISymbol member, IReadOnlyList<Touch> all, TypeFacts facts)
    {
        if (touch.Access.Body.Owner is not IMethodSymbol owner)
            return true;

        // Whoever disposes an object has seen to it that nobody uses it any more. Others that it is registered with live on.
        var isOwn = touch.Access.Path is { Root: PathRoot.This, Steps.Length: 1 };
        if (owner.MethodKind == MethodKind.Destructor || owner.Name is "ToString" || (isOwn && Disposals.IsOne(owner)))
            return true;
        if ((touch.Access.IsAtomic && touch.Effect is not (ObjectEffect.Read or ObjectEffect.Write)) || DetachedObjects.IsDetached(touch, guard, facts) || SetUps.IsPartOf(touch.Access, facts))
            return true;
        if (HoldsThatOfSibling(touch, guard) || FlaggedCalls.AllHold(touch, guard, facts))
            return true;
        if (touch.IsWrite || touch.Effect == ObjectEffect.Read)
            return false;

        // A single read of the member itself: the value may be old, but is whole.
        if (member is IFieldSymbol { IsVolatile: true })
            return true;
        return IsCheckedAgain(touch, guard, all) || HasPassedThrough(touch, guard, member, all) || IsWholeReference(touch, guard, member, all) || IsDecidedUnder(touch, guard, all) || IsLookAtFlag(touch, guard, member, all);
    }

    /// <summary>
    /// A reference that is only ever replaced, and read here once: .NET publishes it after what it refers to, so the reader has the object of
    /// before or of after, and both are whole.
    /// </summary>
    private static bool IsWholeReference(Touch touch, Guard guard, ISymbol member, IReadOnlyList<Touch> all)
    {
        if (MemberType.Of(member) is not { IsReferenceType: true })
            return false;
        var isOfFixed = touch.Access.Reference.UsedBy() is IPropertyReferenceOperation property && ObjectUse.IsFixed(property.Property);
        foreach (var other in all)
        {
            if ((other.Effect == ObjectEffect.Write && !isOfFixed) || (other != touch && other.Access.Body == touch.Access.Body && !other.Holds(guard.Name)))
                return false;
        }

        return true;
    }

    /// <summary>A look before the lock that is repeated under it (double-checked locking is a rule of its own).</summary>
    private static bool IsCheckedAgain(Touch touch, Guard guard, IReadOnlyList<Touch> all)
    {
        foreach (var other in all)
        {
            if (other.Access.Body == touch.Access.Body && other.Syntax.SpanStart > touch.Syntax.SpanStart && other.Holds(guard.Name) && (other.Access.Kind & AccessKind.Read) != 0)
                return true;
        }

        return false;
    }

    /// <summary>One look; two in a row may see two states.</summary>
    private static bool IsLookAtFlag(Touch touch, Guard guard, ISymbol member, IReadOnlyList<Touch> all)
    {
        foreach (var other in all)
        {
            if (other != touch && other.Access.Body == touch.Access.Body && !other.Holds(guard.Name))
                return false;
        }

        return StateLooks.IsAtMember(touch, guard, member);
    }

    /// <summary>The lock of the object's parent guards it; here that of another object's parent is held, which as a rule is the same.</summary>
    private static bool HoldsThatOfSibling(Touch touch, Guard guard)
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

    /// <summary>
    /// Code that runs only because of what a local says that was computed under the lock from the same member: whoever is last to count down
    /// then has the rest to itself.
    /// </summary>
    private static bool IsDecidedUnder(Touch touch, Guard guard, IReadOnlyList<Touch> all)
    {
        for (var around = touch.Access.Reference.Parent; around is not null; around = around.Parent)
        {
            if (around is not IConditionalOperation { Condition: var condition } || condition.Unwrap() is not ILocalReferenceOperation { Local: var decision })
                continue;
            foreach (var other in all)
            {
                if (other.Access.Body == touch.Access.Body && other.Holds(guard.Name) && LocalOf(other.Access.Reference) is { } local && SymbolEqualityComparer.Default.Equals(local, decision))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The local in whose value the reference takes part.</summary>
    private static ILocalSymbol? LocalOf(IOperation reference)
    {
        for (var around = reference.Parent; around is not null and not IBlockOperation; around = around.Parent)
        {
            if (around is IVariableDeclaratorOperation declarator)
                return declarator.Symbol;
            if (around is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target })
                return target.Local;
        }

        return null;
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
