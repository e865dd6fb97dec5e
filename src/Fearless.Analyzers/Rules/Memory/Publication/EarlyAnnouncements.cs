using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary><c>_done = true; _result = Compute();</c>: whoever sees the flag set goes on to a result that is not there yet.</summary>
internal static class EarlyAnnouncements
{
    /// <summary>The last store of what the flag announces, and a reader that trusts the flag.</summary>
    public static (StorageAccess Change, StorageAccess Use)? Find(TypeFacts facts, StorageAccess store)
    {
        if (store.Member is not IFieldSymbol flag || store.Locks.Count > 0 || !ConcurrencyEvidence.IsAtomic(facts, flag) || !IsSet(store) || store.Reference.UsedBy() is not { } statement)
            return null;
        foreach (var member in facts.Members)
        {
            if (SymbolEqualityComparer.Default.Equals(member, flag) || member.IsStatic != flag.IsStatic || LastChange(facts, member, store, statement) is not { } change)
                continue;
            foreach (var read in facts.AccessesTo(flag))
            {
                if (!read.IsWrite && read.Body != store.Body && ValueOf(read) is { } value && CallTests.BranchWhen(value, true) is { } branch
                    && UseIn(facts, member, read, value, branch) is { } use && ConcurrencyEvidence.MayOverlap(facts, store, read) && !ConcurrencyEvidence.SharesLock(use, change))
                {
                    return (change, use);
                }
            }
        }

        return null;
    }

    /// <summary>Stored true, or one, as a statement of its own.</summary>
    private static bool IsSet(StorageAccess store) => store.Reference.UsedBy() switch
    {
        ISimpleAssignmentOperation { Parent: IExpressionStatementOperation, Value.ConstantValue: { HasValue: true, Value: true or 1 } } => true,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Write", ContainingType.Name: "Volatile" }, Parent: IExpressionStatementOperation, Arguments: { Length: 2 } arguments } } =>
            arguments[1].Value.ConstantValue is { HasValue: true, Value: true or 1 },
        _ => false,
    };

    /// <summary>In the same block as the flag, after it, and nowhere before it.</summary>
    private static StorageAccess? LastChange(TypeFacts facts, ISymbol member, StorageAccess store, IOperation statement)
    {
        var block = statement;
        while (block is not (null or IBlockOperation))
            block = block.Parent;
        StorageAccess? last = null;
        foreach (var access in facts.AccessesTo(member))
        {
            if (!access.IsWrite || access.IsAlias || !access.IsOnThis || access.Body != store.Body || access.Context != store.Context)
                continue;
            if (block is null || access.Reference.UsedBy() is not ISimpleAssignmentOperation { Parent: IExpressionStatementOperation { Parent: { } around } } || around != block || access.Syntax.SpanStart < store.Syntax.SpanStart)
                return null;
            if (last is null || access.Syntax.SpanStart > last.Syntax.SpanStart)
                last = access;
        }

        return last;
    }

    private static StorageAccess? UseIn(TypeFacts facts, ISymbol member, StorageAccess read, IOperation value, IOperation branch)
    {
        foreach (var use in facts.AccessesTo(member))
        {
            if (!use.IsWrite && use.Body == read.Body && branch.Syntax.Span.Contains(use.Syntax.Span) && use.Syntax.SpanStart > value.Syntax.Span.End)
                return use;
        }

        return null;
    }

    /// <summary>The read itself, or the call that makes it atomic.</summary>
    private static IOperation? ValueOf(StorageAccess read) =>
        read.IsAtomic && read.Reference.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Read" } call } ? call : read.IsAtomic ? null : read.Reference;
}
