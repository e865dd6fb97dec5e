using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fearless.Analyzers.Sharing;

/// <summary>The names of members of one kind, by the source alone: a type whose source has none of them cannot access one.</summary>
internal abstract class MemberMentions(Compilation compilation)
{
    private HashSet<string>? _names;

    public virtual bool Contains(INamedTypeSymbol outermost, CancellationToken cancellation)
    {
        var names = Names(cancellation);
        if (names.Count == 0)
            return false;
        foreach (var reference in outermost.DeclaringSyntaxReferences)
        {
            foreach (var token in reference.GetSyntax(cancellation).DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText))
                    return true;
            }
        }

        return false;
    }

    protected HashSet<string> Names(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _names) is { } known)
            return known;
        var names = new HashSet<string>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            AddNames(tree, names, cancellation);
        }

        return Interlocked.CompareExchange(ref _names, names, null) ?? names;
    }

    protected abstract void AddNames(SyntaxTree tree, HashSet<string> names, CancellationToken cancellation);
}
