using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Sharing;

/// <summary>Where each method name is used or declared, by the source alone: what is bound then is little.</summary>
internal sealed class NameUses(Compilation compilation)
{
    private Index? _index;

    public IReadOnlyList<SimpleNameSyntax> Of(string name) => Read().Uses.TryGetValue(name, out var uses) ? uses : [];

    public IReadOnlyList<MethodDeclarationSyntax> DeclarationsOf(string name) => Read().Declarations.TryGetValue(name, out var declarations) ? declarations : [];

    /// <summary>By name: some other type's member of that name counts as well.</summary>
    public bool IsUsedOutside(string name, INamedTypeSymbol outermost)
    {
        foreach (var use in Of(name))
        {
            if (!IsIn(use, outermost))
                return true;
        }

        return false;
    }

    private static bool IsIn(SyntaxNode node, INamedTypeSymbol type)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == node.SyntaxTree && reference.Span.Contains(node.Span))
                return true;
        }

        return false;
    }

    private Index Read()
    {
        if (Volatile.Read(ref _index) is { } known)
            return known;
        var index = new Index();
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (node is MethodDeclarationSyntax declaration)
                    Add(index.Declarations, declaration.Identifier.ValueText, declaration);
            }
        }

        // Only names that methods of this compilation have.
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (node is SimpleNameSyntax { Identifier.ValueText: var name } use && index.Declarations.ContainsKey(name))
                    Add(index.Uses, name, use);
            }
        }

        return Interlocked.CompareExchange(ref _index, index, null) ?? index;
    }

    private static void Add<T>(Dictionary<string, List<T>> index, string name, T node)
    {
        if (!index.TryGetValue(name, out var nodes))
            index.Add(name, nodes = []);
        nodes.Add(node);
    }

    private sealed class Index
    {
        public Dictionary<string, List<SimpleNameSyntax>> Uses { get; } = [];

        public Dictionary<string, List<MethodDeclarationSyntax>> Declarations { get; } = [];
    }
}
