using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// A member that makes what others use and that nobody else ever stores: they need it, so it runs first, and once. It is the second half of the
/// construction.
/// </summary>
internal static class FirstStores
{
    /// <summary>The stores of new objects in its own members that it makes whatever happens.</summary>
    public static IReadOnlyList<ISimpleAssignmentOperation> MadeIn(MemberBody body)
    {
        var made = new List<ISimpleAssignmentOperation>();
        var block = body.Root is IMethodBodyOperation method ? method.BlockBody : body.Root as IBlockOperation;
        foreach (var statement in block?.Operations ?? [])
        {
            if (statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Value: var value, Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: IFieldSymbol or IPropertySymbol } } store }
                && value.Unwrap() is IObjectCreationOperation { Type.IsReferenceType: true })
            {
                made.Add(store);
            }
        }

        return made;
    }

    public static bool MakeReady(IReadOnlyList<ISimpleAssignmentOperation> made, MemberBody body, int end, IReadOnlyList<MemberBody> all)
    {
        foreach (var store in made)
        {
            if (store.Syntax.Span.End <= end && IsOnlyStoredIn(body, ((IMemberReferenceOperation)store.Target).Member.OriginalDefinition, all))
                return true;
        }

        return false;
    }

    private static bool IsOnlyStoredIn(MemberBody body, ISymbol member, IReadOnlyList<MemberBody> all)
    {
        var isUsed = false;
        foreach (var other in all)
        {
            foreach (var access in other.Facts?.Accesses ?? [])
            {
                if (other == body || Disposals.IsOne(other.Owner) || !SymbolEqualityComparer.Default.Equals(access.Path.LastMember?.OriginalDefinition, member))
                    continue;
                if (access.IsWrite && !other.IsConstructor)
                    return false;
                isUsed |= !access.IsWrite;
            }
        }

        return isUsed;
    }
}
