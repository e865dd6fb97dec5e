using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Single reads of a reference that is whole whenever it is read.</summary>
internal static class WholeReferences
{
    /// <summary>
    /// It is only ever replaced, and read here once: .NET publishes it after what it refers to, so the reader has the object of before or of
    /// after.
    /// </summary>
    public static bool IsOnlyReplaced(Touch touch, Guard guard, ISymbol member, IReadOnlyList<Touch> all)
    {
        if (MemberType.Of(member) is not { IsReferenceType: true })
            return false;
        var isOfFixed = touch.Access.Reference.UsedBy() is IPropertyReferenceOperation property && ObjectUse.IsFixed(property.Property);
        foreach (var other in all)
        {
            if ((other.Effect == ObjectEffect.Write && !isOfFixed) || IsReadAgain(touch, other, guard))
                return false;
        }

        return true;
    }

    /// <summary>It is stored once, and read by code that has just been through the lock.</summary>
    public static bool HasPassedThrough(Touch touch, Guard guard, ISymbol member, IReadOnlyList<Touch> all)
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

    /// <summary>Another look on the same way, and not under the lock either: the two may see different states.</summary>
    public static bool IsReadAgain(Touch touch, Touch other, Guard guard) =>
        other != touch && other.Access.Body == touch.Access.Body && !other.Holds(guard.Name) && !Branches.AreApart(touch.Access.Reference, other.Access.Reference);
}
