using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// Double-checked locking whose first check is a plain read of something that announces other data. .NET orders the store of a reference
/// after the construction of its object, and nothing else: a plain bool may be seen before what it stands for.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BrokenDoubleCheck() : FearlessAnalyzer(Descriptors.FEAR6003_BrokenDoubleCheck)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Locks, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            if (member is not IFieldSymbol { IsVolatile: false, IsReadOnly: false } field)
                continue;
            foreach (var first in facts.AccessesTo(field))
            {
                if (first.IsLocked || first.IsAtomic || first.IsAlias || first.IsWrite || !first.IsOnThis)
                    continue;
                if ((TestedFlag.Of(first) ?? OfCopy(first, facts)) is { } flag && LockedStore(facts, flag, field) is { } store && Problem(facts, scope, flag, store, field) is { } problem)
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Descriptors.FEAR6003_BrokenDoubleCheck, first.Syntax.GetLocation(), problem.Sites, field.Name, store.Syntax.Line(), problem.Text));
                    break;
                }
            }
        }
    }

    /// <summary><c>var value = _value; if (value == null)</c>.</summary>
    private static TestedFlag? OfCopy(StorageAccess first, TypeFacts facts)
    {
        foreach (var alias in facts.AccessesTo(first.Member))
        {
            if (alias.IsAlias && alias.Body == first.Body && alias.Syntax.SpanStart > first.Syntax.SpanStart && TestedFlag.Of(alias) is { } flag)
                return flag;
        }

        return null;
    }

    /// <summary>The store under a lock that the first test leads to, after a second test under that lock.</summary>
    private static StorageAccess? LockedStore(TypeFacts facts, TestedFlag first, IFieldSymbol field)
    {
        foreach (var store in facts.AccessesTo(field))
        {
            if (!store.IsWrite || store.IsAlias || store.Locks.Count == 0)
                continue;
            var isThere = store.Body == first.Read.Body ? first.Decides(store.Syntax) : LeadsTo(first, store.Body);
            if (isThere && HasSecondTest(facts, store))
                return store;
        }

        return null;
    }

    private static bool LeadsTo(TestedFlag first, MemberBody body)
    {
        foreach (var call in first.Read.Body.Facts?.Calls ?? [])
        {
            if (call.Locks.IsEmpty && first.Decides(call.Syntax) && SymbolEqualityComparer.Default.Equals(call.Target.OriginalDefinition, body.Owner))
                return true;
        }

        return false;
    }

    private static bool HasSecondTest(TypeFacts facts, StorageAccess store)
    {
        foreach (var second in facts.AccessesTo(store.Member))
        {
            if (second.Body == store.Body && !second.IsWrite && second.Syntax.SpanStart < store.Syntax.SpanStart && ConcurrencyEvidence.SharesLock(second, store)
                && TestedFlag.Of(second) is { } flag && flag.Decides(store.Syntax))
            {
                return true;
            }
        }

        return false;
    }

    private static (string Text, IEnumerable<Location> Sites)? Problem(TypeFacts facts, CompilationScope scope, TestedFlag first, StorageAccess store, IFieldSymbol field)
    {
        if (TornValues.CanTear(field.Type))
            return ("the value does not fit a word and may be seen half written: read it under the lock, or keep it in an object", [store.Syntax.GetLocation()]);
        foreach (var change in GuardedData.ChangedIn(facts, scope, field, store.Body, node => node.SpanStart < store.Syntax.Span.End && IsUnderSameLock(store, node)))
        {
            if (change.Member is IFieldSymbol { IsVolatile: true } || change.IsAtomic)
                continue;
            foreach (var read in facts.AccessesTo(change.Member))
            {
                // For a reference, only the two fields together are at odds; for a flag, all that it announces.
                var counts = field.Type.IsReferenceType ? read.Body == first.Read.Body && change.IsWrite && !read.IsAlias : true;
                if (counts && !read.IsWrite && !read.IsLocked && !read.IsAtomic && read.IsOnThis && IsAnnounced(first, read))
                {
                    return ($"'{change.Member.Name}' (changed at line {change.Syntax.Line()}) is read without the lock at line {read.Syntax.Line()} and may be seen unchanged: make '{field.Name}' volatile",
                        [store.Syntax.GetLocation(), change.Syntax.GetLocation(), read.Syntax.GetLocation()]);
                }
            }
        }

        return null;
    }

    /// <summary>The code that reads it has come past the flag: in the same body, or in one that calls it first.</summary>
    private static bool IsAnnounced(TestedFlag first, StorageAccess read)
    {
        if (read.Body == first.Read.Body)
            return read.Syntax.SpanStart > first.Read.Syntax.SpanStart;
        foreach (var call in read.Body.Facts?.Calls ?? [])
        {
            if (call.Syntax.SpanStart < read.Syntax.SpanStart && SymbolEqualityComparer.Default.Equals(call.Target.OriginalDefinition, first.Read.Body.Owner))
                return true;
        }

        return false;
    }

    private static bool IsUnderSameLock(StorageAccess store, SyntaxNode node)
    {
        foreach (var held in store.Fact.Locks)
        {
            for (var around = held.Acquisition.Parent; around is not null; around = around.Parent)
            {
                if (around is Microsoft.CodeAnalysis.CSharp.Syntax.StatementSyntax)
                    return node.SpanStart > held.Acquisition.Span.End;
            }
        }

        // An entry lock: all of the body.
        return store.Fact.Locks.IsEmpty;
    }
}
