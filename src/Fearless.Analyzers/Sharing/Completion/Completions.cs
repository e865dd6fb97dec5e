using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Sharing;

/// <summary>Who completes the promises of a type, and which of them may find that another was there first.</summary>
internal sealed class Completions(TypeFacts facts)
{
    /// <summary>At most one pair for each completion that fails when it comes second.</summary>
    public IEnumerable<(Completion Failing, Completion Other)> Twice()
    {
        foreach (var group in Groups().Values)
        {
            foreach (var completion in group)
            {
                if (completion.IsTried || completion.Body.IsConstructor && completion.Point.Context == ThreadContext.Main || IsReadyToFail(completion.Syntax))
                    continue;
                foreach (var other in group)
                {
                    if (AreInRace(completion, other))
                    {
                        yield return (completion, other);
                        break;
                    }
                }
            }
        }
    }

    private Dictionary<ISymbol, List<Completion>> Groups()
    {
        var groups = new Dictionary<ISymbol, List<Completion>>(SymbolEqualityComparer.Default);
        foreach (var body in facts.Bodies)
        {
            foreach (var call in body.Facts?.Objects.Calls ?? [])
            {
                if (Completion.Of(call, body) is not { } completion)
                    continue;
                if (!groups.TryGetValue(completion.Promise, out var group))
                    groups.Add(completion.Promise, group = []);
                group.Add(completion);
            }
        }

        return groups;
    }

    private bool AreInRace(Completion first, Completion second)
    {
        if (first.Function == second.Function && !RunsTwice(first, second))
            return false;
        if (first.Point.SharesLockWith(second.Point) || (IsClaimed(first) && IsClaimed(second)))
            return false;
        return second.IsTried ? !IsOneAfterTheOther(first, second) : IsByTwo(first, second);
    }

    /// <summary>One piece of work that several threads run.</summary>
    private static bool RunsTwice(Completion first, Completion second) => first.Syntax == second.Syntax
        && first.Point.Context.Site is { OverlapsItself: true, Description.Thread: null } site && !site.Call.Span.Contains(DeclarationOf(first.Promise)?.SpanStart ?? -1)
        && first.Promise is ILocalSymbol or IParameterSymbol && VariableInstances.AreSharedByRepeatedStart(first.Promise, site.Starts.Count > 0 ? site.Starts[0] : site.Call);

    private static SyntaxNode? DeclarationOf(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Length == 1 ? symbol.DeclaringSyntaxReferences[0].GetSyntax() : null;

    /// <summary>Both fail if they come second: that they may meet takes a piece of work that somebody is seen to start.</summary>
    private bool IsByTwo(Completion first, Completion second)
    {
        if (first.Body == second.Body && first.Promise is ILocalSymbol or IParameterSymbol)
        {
            if (first.Point.Context == ThreadContext.Unknown || second.Point.Context == ThreadContext.Unknown)
                return first.Point.Context.Site is not null || second.Point.Context.Site is not null;
            return Overlap.Between(first.Point, second.Point, first.Promise, first.Body.Facts!) is not null;
        }

        return IsReachedByOther(first, second) || IsReachedByOther(second, first);
    }

    /// <summary>Work comes to the one, and not the same work to the other.</summary>
    private bool IsReachedByOther(Completion first, Completion second)
    {
        foreach (var root in RootsOf(first))
        {
            if (root.Kind != ThreadRootKind.Work)
                continue;
            foreach (var other in RootsOf(second))
            {
                if (other != root && other.Kind is ThreadRootKind.Work or ThreadRootKind.Entry or ThreadRootKind.Unknown)
                    return true;
            }
        }

        return false;
    }

    private IReadOnlyCollection<ThreadRoot> RootsOf(Completion completion) =>
        facts.Roots.Of(completion.Body, completion.Point.Context, completion.Promise.IsStatic);

    /// <summary>The one that is tried only cleans up after the function that contains or calls the other.</summary>
    private bool IsOneAfterTheOther(Completion set, Completion tried)
    {
        if (tried.Function.Span.Contains(set.Function.Span) && tried.Point.Context == ThreadContext.Main && set.Point.Context == ThreadContext.Main)
            return true;
        foreach (var site in facts.Calls.SitesOf(set.Body.Owner))
        {
            if (site.Caller == tried.Body && site.Context == tried.Point.Context && facts.Calls.SitesOf(set.Body.Owner).Count == 1 && !facts.Roots.IsEntry(set.Body.Owner))
                return true;
        }

        return false;
    }

    /// <summary>An atomic step, or a look under a lock, says in the function before it that nobody else will.</summary>
    private static bool IsClaimed(Completion completion)
    {
        foreach (var node in completion.Function.DescendantNodes())
        {
            if (node.SpanStart >= completion.Syntax.SpanStart)
                break;
            if (node is LockStatementSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText:
                "Exchange" or "CompareExchange" or "TryRemove" or "TryDequeue" or "TryTake" or "TryPop" or "Increment" or "Decrement" or "Or" or "And" } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whoever comes second is caught.</summary>
    private static bool IsReadyToFail(SyntaxNode syntax)
    {
        for (var at = syntax; at is not (null or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax); at = at.Parent)
        {
            if (at is not BlockSyntax { Parent: TryStatementSyntax { Catches: var catches } attempt } || attempt.Block != at)
                continue;
            foreach (var clause in catches)
            {
                if (clause.Declaration?.Type.ToString() is "InvalidOperationException" or "System.InvalidOperationException")
                    return true;
            }
        }

        return false;
    }
}
