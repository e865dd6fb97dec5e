using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A flag that says "done" is set before it is: whoever comes next passes it, and uses what is not there yet.</summary>
internal static class EarlyFlags
{
    /// <summary>What is changed after the flag was set, and who relies on it after passing the flag.</summary>
    public static (StorageAccess Change, StorageAccess Use)? Find(TypeFacts facts, CompilationScope scope, StorageAccess store)
    {
        if (store.Locks.Count > 0 || !store.IsOnThis || TestOf(facts, store) is not { } flag)
            return null;
        foreach (var change in GuardedData.ChangedIn(facts, scope, store.Member, store.Body, node => node.SpanStart > store.Syntax.Span.End && flag.Decides(node) && (flag.Read.Syntax == store.Syntax || !node.Span.Contains(store.Syntax.Span))))
        {
            foreach (var use in facts.AccessesTo(change.Member))
            {
                if (!use.IsWrite && !use.IsLocked && use != change && GuardedData.IsReliedOn(use.Reference) && PassesFlag(facts, flag, use))
                    return (change, use);
            }
        }

        return null;
    }

    private static TestedFlag? TestOf(TypeFacts facts, StorageAccess store)
    {
        // Interlocked.Exchange(ref _done, 1) tests and sets in one.
        if (store.IsAtomic && TestedFlag.Of(store) is { } own)
            return own.Test.WhenFalse is null && !IsMovedOn(facts, store) ? own : null;
        if (store.Reference.UsedBy() is not ISimpleAssignmentOperation { Value.ConstantValue: { HasValue: true, Value: true or 1 } })
            return null;
        foreach (var read in facts.AccessesTo(store.Member))
        {
            if (read.Body == store.Body && read.Context == store.Context && !read.IsWrite && read.Syntax.SpanStart < store.Syntax.SpanStart
                && TestedFlag.Of(read) is { } flag && flag.Decides(store.Syntax))
            {
                return flag;
            }
        }

        return null;
    }

    /// <summary>The flag is a state with more to come: those who do not get in wait for that.</summary>
    private static bool IsMovedOn(TypeFacts facts, StorageAccess store)
    {
        foreach (var later in facts.AccessesTo(store.Member))
        {
            if (later.Body == store.Body && later.IsWrite && later.Syntax.SpanStart > store.Syntax.Span.End)
                return true;
        }

        return false;
    }

    /// <summary>It comes after the decision: in this body, in one that it calls there, or in a caller of it.</summary>
    private static bool PassesFlag(TypeFacts facts, TestedFlag flag, StorageAccess use)
    {
        var body = flag.Read.Body;
        if (use.Body == body)
            return flag.IsAfter(use.Syntax) && !flag.Decides(use.Syntax);
        foreach (var call in body.Facts?.Calls ?? [])
        {
            if (flag.IsAfter(call.Syntax) && !flag.Decides(call.Syntax) && SymbolEqualityComparer.Default.Equals(call.Target.OriginalDefinition, use.Body.Owner))
                return true;
        }

        foreach (var site in facts.Calls.SitesOf(body.Owner))
        {
            if (site.Caller == use.Body && site.Context == ThreadContext.Main && use.Context == ThreadContext.Main && use.Syntax.SpanStart > site.Syntax.Span.End)
                return true;
        }

        return false;
    }
}
