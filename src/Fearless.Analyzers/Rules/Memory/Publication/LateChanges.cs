using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>An object that was stored under a lock is changed afterwards through the variable that still leads to it, without the lock.</summary>
internal sealed class LateChange(SyntaxNode place, ISymbol variable, StorageAccess store, StorageAccess reader, SyntaxNode change)
{
    /// <summary>Where it goes wrong: the change, or the call that gives one object for two parameters.</summary>
    public SyntaxNode Place { get; } = place;

    public ISymbol Variable { get; } = variable;

    public StorageAccess Store { get; } = store;

    /// <summary>Somebody who relies on the lock.</summary>
    public StorageAccess Reader { get; } = reader;

    public SyntaxNode Change { get; } = change;
}

internal static class LateChanges
{
    public static IEnumerable<LateChange> After(TypeFacts facts, CompilationScope scope, StorageAccess store)
    {
        if (store.Locks.Count == 0 || store.Reference.UsedBy() is not ISimpleAssignmentOperation assignment || assignment.Target != store.Reference
            || VariableOf(assignment.Value) is not { } stored || LockAround(assignment.Syntax) is not { } region
            || MemberType.Of(store.Member) is not { IsReferenceType: true } type || scope.Types.Judge(type, Trait.Sync) == Verdict.Yes
            || ReaderUnder(facts, store) is not { } reader)
        {
            yield break;
        }

        var uses = new ObjectUse(scope.Types.Catalog, scope.Effects);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in store.Body.Root.Descendants())
        {
            if (operation.Syntax.SpanStart < region.Span.End || VariableOf(operation) is not { } variable || !IsInSameFunction(operation, assignment))
                continue;
            if (operation.UsedBy() is IAssignmentOperation again && again.Target == operation)
                seen.Add(variable);
            if (!IsUnlocked(operation.Syntax, region) || !IsChange(operation, uses) || !seen.Add(variable))
                continue;
            if (SymbolEqualityComparer.Default.Equals(variable, stored))
            {
                yield return new LateChange(operation.Syntax, variable, store, reader, operation.Syntax);
            }
            else if (stored is IParameterSymbol first && variable is IParameterSymbol second)
            {
                foreach (var (call, given) in CallsWithOneObject(facts, store.Body.Owner, first, second))
                    yield return new LateChange(call, given, store, reader, operation.Syntax);
            }
        }
    }

    private static ISymbol? VariableOf(IOperation operation) => operation.Unwrap() switch
    {
        ILocalReferenceOperation { IsDeclaration: false } local => local.Local,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter => parameter.Parameter,
        _ => null,
    };

    private static bool IsChange(IOperation reference, ObjectUse uses) =>
        uses.Of(reference) == ObjectEffect.Write
        || (reference.UsedBy() is IMemberReferenceOperation { Instance: { } instance } member && instance.Unwrap() == reference && member.UsedBy() is IAssignmentOperation assignment && assignment.Target == member);

    private static LockStatementSyntax? LockAround(SyntaxNode node)
    {
        for (var at = node.Parent; at is not (null or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax); at = at.Parent)
        {
            if (at is LockStatementSyntax region)
                return region;
        }

        return null;
    }

    /// <summary>Neither under that lock again, nor under one that the region stands in.</summary>
    private static bool IsUnlocked(SyntaxNode change, LockStatementSyntax region)
    {
        for (var around = LockAround(change); around is not null; around = LockAround(around))
        {
            if (around.Span.Contains(region.Span) || around.Expression.ToString() == region.Expression.ToString())
                return false;
        }

        return LockAround(region) is not { } outer || !outer.Span.Contains(change.Span);
    }

    private static bool IsInSameFunction(IOperation operation, IOperation other) => operation.EnclosingFunction() == other.EnclosingFunction();

    /// <summary>Another place that uses the member under a lock that the store held, and may run meanwhile.</summary>
    private static StorageAccess? ReaderUnder(TypeFacts facts, StorageAccess store)
    {
        foreach (var access in facts.AccessesTo(store.Member))
        {
            if (access.Body != store.Body && !access.IsWrite && access.IsOnThis && ConcurrencyEvidence.SharesLock(access, store) && MayOverlap(facts, store, access))
                return access;
        }

        return null;
    }

    private static bool MayOverlap(TypeFacts facts, StorageAccess store, StorageAccess access) =>
        ConcurrencyEvidence.MayOverlap(facts, store, access) && !ConcurrencyEvidence.IsOrderedByOwnWork(store);

    private static IEnumerable<(SyntaxNode Call, ISymbol Given)> CallsWithOneObject(TypeFacts facts, ISymbol method, IParameterSymbol first, IParameterSymbol second)
    {
        foreach (var site in facts.Calls.SitesOf(method))
        {
            foreach (var operation in site.Caller.Root.Descendants())
            {
                if (operation is not IInvocationOperation call || call.Syntax != site.Syntax)
                    continue;
                if (GivenFor(call, first) is { } one && SymbolEqualityComparer.Default.Equals(one, GivenFor(call, second)))
                    yield return (call.Syntax, one);
            }
        }
    }

    private static ISymbol? GivenFor(IInvocationOperation call, IParameterSymbol parameter) =>
        call.ArgumentFor(parameter.Ordinal) is { } argument ? VariableOf(argument.Value) : null;
}
