using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Sharing;

/// <summary>In which files a name occurs: made once, and only where there is something to report.</summary>
internal sealed class NameTrees(Compilation compilation)
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> _namesOf = new();

    /// <summary>The places where the name stands for something of that name.</summary>
    public IEnumerable<SimpleNameSyntax> UsesOf(string name, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!_namesOf.GetValue(tree, static tree => Read(tree.GetRoot())).Contains(name))
                continue;
            foreach (var node in tree.GetRoot(cancellation).DescendantNodes())
            {
                if (node is SimpleNameSyntax use && use.Identifier.ValueText == name)
                    yield return use;
            }
        }
    }

    private static HashSet<string> Read(SyntaxNode root)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in root.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
                names.Add(token.ValueText);
        }

        return names;
    }
}
