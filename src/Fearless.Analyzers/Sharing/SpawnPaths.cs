using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// From a member back to the work that comes to it, a few calls, by symbols: for members whose callers are all in sight. One piece of work that does not
/// overlap itself is one thread; a second one, or code that nobody starts, has to come there as well.
/// </summary>
internal sealed class SpawnPaths(Compilation compilation, NameTrees names)
{
    private const int MaxDepth = 5;
    private const int MaxMembers = 120;

    private readonly ConcurrentDictionary<ISymbol, SpawnPath?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Null: no two threads come there, as far as is seen.</summary>
    public SpawnPath? To(ISymbol member, CancellationToken cancellation)
    {
        member = Callable(member);
        if (!_known.TryGetValue(member, out var path))
        {
            path = Find(member, cancellation);
            _known.TryAdd(member, path);
        }

        return path;
    }

    private SpawnPath? Find(ISymbol member, CancellationToken cancellation)
    {
        var visited = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { member };
        var pending = new Queue<(ISymbol Member, ISymbol? Through, int Depth)>();
        pending.Enqueue((member, null, 0));
        SpawnPath? first = null;
        var isOverlapping = false;
        while (pending.Count > 0)
        {
            var (current, through, depth) = pending.Dequeue();
            var hasCallers = false;
            foreach (var use in UsesOf(current, cancellation))
            {
                hasCallers = true;
                if (SpawnReach.StartAround(use) is { } start)
                {
                    isOverlapping |= (first is not null && first.Start != start) || MayOverlapItself(start);
                    first = first is null || Touches.Compare(start, first.Start) < 0 ? new SpawnPath(start, through) : first;
                }
                else if (OwnerOf(use, cancellation) is { } caller)
                {
                    if (depth < MaxDepth && visited.Count < MaxMembers && visited.Add(caller))
                        pending.Enqueue((caller, caller, depth + 1));
                }
            }

            // Somebody else calls it, on a thread of his own.
            isOverlapping |= !hasCallers || (current.DeclaredAccessibility == Accessibility.Public && current is IMethodSymbol method && !Makers.IsInSight(method));
        }

        return isOverlapping ? first : null;
    }

    private IEnumerable<SyntaxNode> UsesOf(ISymbol member, CancellationToken cancellation)
    {
        var name = member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? member.ContainingType.Name : member.Name;
        foreach (var use in names.UsesOf(name, cancellation))
        {
            if (IsIn(use, member) || use.FirstAncestorOrSelf<AttributeSyntax>() is not null)
                continue;
            var model = SourceModels.Of(compilation, use.SyntaxTree);
            var symbol = model.GetSymbolInfo(use, cancellation).Symbol;
            if (symbol is INamedTypeSymbol && use.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>() is { } creation && creation.Type.Span.Contains(use.Span))
                symbol = model.GetSymbolInfo(creation, cancellation).Symbol;
            for (symbol = symbol?.OriginalDefinition; symbol is not null; symbol = (symbol as IMethodSymbol)?.ReducedFrom)
            {
                if (!SymbolEqualityComparer.Default.Equals(symbol, member) && !IsOverriddenBy(symbol, member))
                    continue;
                yield return use;
                break;
            }
        }
    }

    /// <summary>A call of a base's or an interface's member may come to this one.</summary>
    private static bool IsOverriddenBy(ISymbol called, ISymbol member)
    {
        for (var overridden = (member as IMethodSymbol)?.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, called))
                return true;
        }

        return called.ContainingType is { TypeKind: TypeKind.Interface } contract && member.ContainingType is { } type
            && type.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default)
            && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(called)?.OriginalDefinition, member);
    }

    private static bool IsIn(SyntaxNode use, ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == use.SyntaxTree && reference.Span.Contains(use.Span))
                return true;
        }

        return false;
    }

    /// <summary>Whose code it is; of an initializer, nobody calls it.</summary>
    private ISymbol? OwnerOf(SyntaxNode use, CancellationToken cancellation)
    {
        var declaration = use.FirstAncestorOrSelf<MemberDeclarationSyntax>(static node => node is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax);
        return declaration is null ? null : SourceModels.Of(compilation, use.SyntaxTree).GetDeclaredSymbol(declaration, cancellation)?.OriginalDefinition;
    }

    /// <summary>Not what the program starts once, when a type is first used, and not a thread of its own outside a loop.</summary>
    private static bool MayOverlapItself(SyntaxNode start)
    {
        var isThread = false;
        for (var node = start; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case WhileStatementSyntax or ForStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax or AnonymousFunctionExpressionSyntax:
                    return true;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Parallel" } } }:
                    return true;
                case ObjectCreationExpressionSyntax { Type: var made }:
                    if (made.ToString().EndsWith("Timer", System.StringComparison.Ordinal))
                        return true;
                    isThread |= made.ToString().EndsWith("Thread", System.StringComparison.Ordinal);
                    break;
                case ConstructorDeclarationSyntax constructor:
                    return !isThread && !constructor.Modifiers.Any(SyntaxKind.StaticKeyword);
                case FieldDeclarationSyntax field:
                    return !field.Modifiers.Any(SyntaxKind.StaticKeyword);
                case MemberDeclarationSyntax:
                    return !isThread;
            }
        }

        return true;
    }

    private static ISymbol Callable(ISymbol member) => (member is IMethodSymbol { AssociatedSymbol: { } property } ? property : member).OriginalDefinition;
}
