using System.Linq;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// What a body took out for itself: it copied a member to a local and replaced the member under the same lock, so that what the local leads to
/// is out of everybody else's reach.
/// </summary>
internal static class DetachedObjects
{
    public static bool IsDetached(Touch touch, Guard guard, TypeFacts facts)
    {
        if (touch.Access.Path.Root is not (PathRoot.Variable or PathRoot.Opaque) && !IsThroughLocal(touch))
            return false;
        foreach (var member in facts.Members)
        {
            if (touch.Access.IsAlias && !SymbolEqualityComparer.Default.Equals(member, touch.Access.Member))
                continue;
            StorageAccess? taken = null, replaced = null;
            foreach (var access in facts.AccessesTo(member))
            {
                if (access.Body != touch.Access.Body || access.IsAlias || access.Syntax.SpanStart > touch.Syntax.SpanStart || !Holds(access, guard))
                    continue;
                if (access.IsWrite)
                    replaced = access;
                else if (access.Reference.UsedBy() is IVariableInitializerOperation or ISimpleAssignmentOperation { Target: ILocalReferenceOperation })
                    taken = access;
            }

            if (taken is not null && replaced is not null && taken.Syntax.SpanStart < replaced.Syntax.SpanStart)
                return true;
        }

        return false;
    }

    private static bool IsThroughLocal(Touch touch) =>
        touch.Access.IsAlias || (touch.Access.Reference is IMemberReferenceOperation { Instance: { } instance } && instance.Unwrap() is ILocalReferenceOperation);

    /// <summary>The same lock, whether it is seen from this object or from one that it leads to.</summary>
    private static bool Holds(StorageAccess access, Guard guard)
    {
        foreach (var name in access.Locks)
        {
            if (name.Steps.SequenceEqual(guard.Name.Steps))
                return true;
        }

        return false;
    }
}
