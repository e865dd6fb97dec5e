using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// A value that is computed when it is first asked for and kept: two threads that do so at once compute it twice, and whichever store is the last,
/// it is the same value. Only of references and single words; the rest may tear.
/// </summary>
internal static class LazyCaches
{
    /// <summary>The store that fills the cache: the member was looked at before, and that decided.</summary>
    public static bool IsFill(StorageAccess access, TypeFacts facts)
    {
        if (MemberType.Of(access.Member) is not { } type || TornValues.CanTear(type) || type.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double)
            return false;
        if (access.Reference.UsedBy() is ICoalesceAssignmentOperation)
            return true;
        if (!access.IsWrite || access.Reference.UsedBy() is not ISimpleAssignmentOperation store || store.Target.Unwrap() != access.Reference)
            return false;
        for (var around = store.Parent; around is not null; around = around.Parent)
        {
            if (around is IConditionalOperation { Condition: var condition } && Looks(condition, access, facts))
                return true;
        }

        return false;
    }

    /// <summary>The condition is about the member, or about a local that it was copied to.</summary>
    private static bool Looks(IOperation condition, StorageAccess store, TypeFacts facts)
    {
        foreach (var read in facts.AccessesTo(store.Member))
        {
            if (read.Body != store.Body || read.IsWrite || read.Syntax.SpanStart > store.Syntax.SpanStart)
                continue;
            if (condition.Syntax.Span.Contains(read.Syntax.Span))
                return true;
            if (read.Reference.UsedBy() is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var copy } } && Mentions(condition, copy))
                return true;
        }

        return false;
    }

    private static bool Mentions(IOperation condition, ISymbol local)
    {
        foreach (var part in condition.DescendantsAndSelf())
        {
            if (part is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local))
                return true;
        }

        return false;
    }
}
