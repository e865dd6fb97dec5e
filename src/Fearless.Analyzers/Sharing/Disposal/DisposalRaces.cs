using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>A member's object that outside code disposes while work of the type may be using it.</summary>
internal sealed class DisposalRace(StorageAccess use, StorageAccess disposal, ThreadRoot work)
{
    public StorageAccess Use { get; } = use;

    public StorageAccess Disposal { get; } = disposal;

    public ThreadRoot Work { get; } = work;
}

internal sealed class DisposalRaces(TypeFacts facts, MethodSummaries summaries)
{
    private readonly Waits _waits = new(facts, summaries);
    private readonly UseAfterDispose _failures = new(summaries);
    private readonly CaughtFailures _caught = new(facts);
    private readonly SharedChecks _checks = new(facts);
    private readonly AsyncStarts _async = new(facts);

    /// <summary>At most one for each member and piece of work.</summary>
    public IEnumerable<DisposalRace> Of(ISymbol member)
    {
        var accesses = facts.AccessesTo(member);
        var seen = new HashSet<ThreadRoot>();
        foreach (var disposal in accesses)
        {
            if (!IsFinalDisposal(disposal, accesses) || !IsByOutsiders(disposal) || _waits.IsAfterWait(disposal.Body, disposal.Syntax))
                continue;
            foreach (var use in accesses)
            {
                if (!use.IsOnThis || use.IsWrite || use.HoldsStrangeLock || MemberCall.On(use.Reference) is not { } call || !_failures.Fails(call))
                    continue;
                foreach (var root in RootsOf(use))
                {
                    if (root.Kind == ThreadRootKind.Work && !seen.Contains(root) && MayRun(root, disposal) && !_checks.Protect(use, disposal) && !_caught.At(use) && seen.Add(root))
                        yield return new DisposalRace(use, disposal, root);
                }
            }
        }
    }

    private IEnumerable<ThreadRoot> RootsOf(StorageAccess use)
    {
        foreach (var root in facts.RootsOf(use))
            yield return root;
        foreach (var root in _async.RootsOf(use))
            yield return root;
    }

    /// <summary>It is disposed, and nothing new takes its place.</summary>
    private static bool IsFinalDisposal(StorageAccess disposal, IReadOnlyList<StorageAccess> accesses)
    {
        if (!disposal.IsOnThis || disposal.Context != ThreadContext.Main || !MemberCall.IsDisposal(MemberCall.On(disposal.Reference)))
            return false;
        foreach (var store in accesses)
        {
            if (store.Body == disposal.Body && store.IsWrite && !store.IsAlias && !(store.Reference.UsedBy() is ISimpleAssignmentOperation assignment && IsNull(assignment.Value.Unwrap())))
                return false;
        }

        return true;
    }

    private static bool IsNull(IOperation value) => value is IDefaultValueOperation || value.ConstantValue is { HasValue: true, Value: null };

    private bool IsByOutsiders(StorageAccess disposal)
    {
        foreach (var root in facts.RootsOf(disposal))
        {
            if (root.Kind == ThreadRootKind.Entry)
                return true;
        }

        return false;
    }

    /// <summary>The work may have been started, and need not have ended, when the object is disposed.</summary>
    private bool MayRun(ThreadRoot work, StorageAccess disposal)
    {
        if (work.Starter is null)
            return false;
        if (disposal.Body == work.Starter)
            return (disposal.Fact.Running & work.Site!.Bit) != 0;
        return work.IsDetached && !IsGivenToCaller(work.Site!.Call) && !LeadsTo(disposal.Body, work.Starter) && !IsJoinedElsewhere(work, disposal);
    }

    /// <summary>Who started the work has its handle, and disposes when it has awaited that, as far as anybody knows.</summary>
    private static bool IsGivenToCaller(SyntaxNode call)
    {
        string? local = null;
        for (var at = call.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case ReturnStatementSyntax:
                    return true;
                case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: var type } }:
                    return type is not PredefinedTypeSyntax;
                case VariableDeclaratorSyntax declarator:
                    local = declarator.Identifier.ValueText;
                    break;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return false;
                case MemberDeclarationSyntax member:
                    return local is not null && IsReturned(local, member);
            }
        }

        return false;
    }

    private static bool IsReturned(string local, SyntaxNode member)
    {
        foreach (var node in member.DescendantNodes())
        {
            if (node is not ReturnStatementSyntax { Expression: { } value })
                continue;
            foreach (var name in value.DescendantNodesAndSelf())
            {
                if (name is IdentifierNameSyntax { Identifier.ValueText: var text } && text == local)
                    return true;
            }
        }

        return false;
    }

    /// <summary>The member that disposes has started the work itself, through others: then it may have waited for it in ways that nobody sees here.</summary>
    private bool LeadsTo(MemberBody caller, MemberBody starter)
    {
        var visited = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { starter.Owner };
        var pending = new Stack<ISymbol>(visited);
        while (pending.Count > 0)
        {
            foreach (var site in facts.Calls.SitesOf(pending.Pop()))
            {
                if (site.Caller == caller)
                    return true;
                if (visited.Add(site.Caller.Owner))
                    pending.Push(site.Caller.Owner);
            }
        }

        return false;
    }

    /// <summary>Another member waits for the work (<c>StopAsync</c>, say): who disposes has called that before, as far as anybody knows.</summary>
    private bool IsJoinedElsewhere(ThreadRoot work, StorageAccess disposal)
    {
        foreach (var body in facts.Bodies)
        {
            if (body == disposal.Body || body == work.Starter || body.Facts is null || facts.Calls.WorkOf(body.Owner).Count > 0)
                continue;
            foreach (var operation in body.Root.Descendants())
            {
                if (Handles.JoinedBy(operation) is { } handle && handle.Unwrap() is IFieldReferenceOperation or IPropertyReferenceOperation && _waits.IsWait(operation))
                    return true;
            }
        }

        return false;
    }
}
