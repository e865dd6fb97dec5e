using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Async methods of the type that are called and left to themselves (<c>_loop = RunAsync()</c>, <c>_ = RunAsync()</c>): from its first await
/// on such a method is work like any other.
/// </summary>
internal sealed class AsyncStarts
{
    // The handle is not followed: it counts as work that outlives whoever started it.
    private const int NoBit = 64;

    private readonly TypeFacts _facts;
    private readonly Dictionary<ISymbol, ThreadRoot> _started = new(SymbolEqualityComparer.Default);

    public AsyncStarts(TypeFacts facts)
    {
        _facts = facts;
        foreach (var body in facts.Bodies)
        {
            foreach (var call in body.Facts?.Calls ?? [])
            {
                var target = call.Target.OriginalDefinition;
                if (call.Context != ThreadContext.Main || !RunsByItself(target) || !facts.IsOwn(target) || _started.ContainsKey(target) || !IsLeft(call.Syntax) || IsHandedBack(call.Syntax))
                    continue;
                var site = new SpawnSite(NoBit, SpawnDescription.Plain, call.Syntax, ThreadContext.Main, null, target, isAsyncCall: true);
                site.Started(call.Syntax, 0);
                _started.Add(target, new ThreadRoot(ThreadRootKind.Work, body.Owner, site, body));
            }
        }
    }

    /// <summary>The started methods that lead to the access, past an await.</summary>
    /// <param name="access">The access.</param>
    /// <param name="leavesContext">Only past one that says that it goes on on any thread: others may come back to a user interface.</param>
    public IEnumerable<ThreadRoot> RootsOf(StorageAccess access, bool leavesContext = false)
    {
        if (_started.Count == 0 || access.Context != ThreadContext.Main)
            yield break;
        var visited = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { access.Body.Owner };
        var pending = new Stack<(ISymbol Member, SyntaxNode Place)>();
        pending.Push((access.Body.Owner, access.Syntax));
        while (pending.Count > 0)
        {
            var (member, place) = pending.Pop();
            if (_started.TryGetValue(member, out var root) && IsAfterAwait(place, leavesContext))
                yield return root;
            foreach (var site in _facts.Calls.SitesOf(member))
            {
                if (site.Context == ThreadContext.Main && site.Receiver is { Root: PathRoot.This, Steps.IsEmpty: true } && visited.Add(site.Caller.Owner))
                    pending.Push((site.Caller.Owner, site.Syntax));
            }
        }
    }

    /// <summary>Not an iterator: of that nothing runs until somebody asks for the next item, and awaits it.</summary>
    private static bool RunsByItself(IMethodSymbol method) => method.IsAsync && method.ReturnType.Name is not ("IAsyncEnumerable" or "IAsyncEnumerator");

    /// <summary>Nobody awaits it where it is called: its task is kept in a member, or dropped.</summary>
    public static bool IsLeft(SyntaxNode call) => call.Parent switch
    {
        ExpressionStatementSyntax => true,
        ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax } => true,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax or MemberAccessExpressionSyntax, Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax } assignment =>
            assignment.Left is not IdentifierNameSyntax { Identifier.ValueText: var name } || name.StartsWith("_", System.StringComparison.Ordinal) || char.IsUpper(name[0]),
        _ => false,
    };

    /// <summary>
    /// <c>_opening = OpenAsync(); return _opening;</c>: kept, so that it is done once, and awaited by whoever gets it. Not where it is returned
    /// only if it has ended already.
    /// </summary>
    private static bool IsHandedBack(SyntaxNode call)
    {
        if (call.Parent is not AssignmentExpressionSyntax { Left: var kept } || call.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return false;
        var name = kept.ToString();
        var isHandedBack = false;
        foreach (var node in member.DescendantNodes())
        {
            switch (node)
            {
                case ReturnStatementSyntax { Expression: { } returned }:
                    isHandedBack |= returned.ToString() == name;
                    break;
                case AwaitExpressionSyntax { Expression: var awaited }:
                    isHandedBack |= awaited.ToString() == name;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" } asked when asked.Expression.ToString() == name:
                    return false;
            }
        }

        return isHandedBack;
    }

    private static bool IsAfterAwait(SyntaxNode place, bool leavesContext)
    {
        SyntaxNode function = place;
        SyntaxNode? loop = null;
        while (function is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) && function.Parent is not null)
        {
            if (function is WhileStatementSyntax or ForStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax)
                loop = function;
            function = function.Parent;
        }

        foreach (var node in function.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax))
        {
            if (node is AwaitExpressionSyntax await && (!leavesContext || SaysSo(await)) && (node.SpanStart < place.SpanStart || (loop is not null && loop.Span.Contains(node.Span))))
                return true;
        }

        return false;
    }

    private static bool SaysSo(AwaitExpressionSyntax await) => await.Expression is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" }, ArgumentList.Arguments: { Count: 1 } arguments,
    } && arguments[0].Expression.IsKind(SyntaxKind.FalseLiteralExpression);
}
