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
    public static bool MakeReady(MemberBody body, int end, IReadOnlyList<MemberBody> all)
    {
        foreach (var operation in body.Root.Descendants())
        {
            if (operation is ISimpleAssignmentOperation { Value: var value, Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: IFieldSymbol or IPropertySymbol } target, Parent: IExpressionStatementOperation { Parent: IBlockOperation { Parent: null or IMethodBodyOperation } } }
                && operation.Syntax.Span.End <= end && value.Unwrap() is IObjectCreationOperation { Type.IsReferenceType: true } && IsOnlyStoredIn(body, target.Member.OriginalDefinition, all))
            {
                return true;
            }
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
