using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>What a piece of a body changes besides the flag that it sets, itself or through a member of the same type that it calls.</summary>
internal static class GuardedData
{
    public static IEnumerable<StorageAccess> ChangedIn(TypeFacts facts, CompilationScope scope, ISymbol flag, MemberBody body, System.Func<SyntaxNode, bool> isInRegion)
    {
        var uses = new ObjectUse(scope.Types.Catalog, scope.Effects);
        foreach (var member in facts.Members)
        {
            if (SymbolEqualityComparer.Default.Equals(member, flag))
                continue;
            foreach (var access in facts.AccessesTo(member))
            {
                if ((access.Body == body ? isInRegion(access.Syntax) : IsCalledIn(access.Body)) && (access.IsWrite || uses.Of(access.Reference) == ObjectEffect.Write))
                    yield return access;
            }
        }

        bool IsCalledIn(MemberBody callee)
        {
            foreach (var call in body.Facts?.Calls ?? [])
            {
                if (isInRegion(call.Syntax) && SymbolEqualityComparer.Default.Equals(call.Target.OriginalDefinition, callee.Owner))
                    return true;
            }

            return false;
        }
    }

    /// <summary>The code relies on the member being there: it uses the object without asking.</summary>
    public static bool IsReliedOn(IOperation reference) => reference.UsedBy() switch
    {
        IInvocationOperation call => call.Instance?.Unwrap() == reference,
        IPropertyReferenceOperation property => property.Instance?.Unwrap() == reference,
        IFieldReferenceOperation field => field.Instance?.Unwrap() == reference,
        IArrayElementReferenceOperation element => element.ArrayReference.Unwrap() == reference,
        IForEachLoopOperation or IReturnOperation => true,
        _ => false,
    };
}
