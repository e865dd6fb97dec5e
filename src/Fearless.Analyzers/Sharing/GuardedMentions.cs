using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Sharing;

/// <summary>The names of all members that are marked <c>[GuardedBy]</c>: a type whose source has none of them cannot access one.</summary>
internal sealed class GuardedMentions(Compilation compilation, TypeFactsCache types)
{
    private HashSet<string>? _names;

    public bool Contains(INamedTypeSymbol outermost, CancellationToken cancellation)
    {
        var names = Volatile.Read(ref _names) ?? Read(cancellation);
        if (names.Count == 0)
            return false;
        if ((types.TraitsOf(outermost, cancellation) & TypeTraits.Contracts) != 0)
            return true;
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

    private HashSet<string> Read(CancellationToken cancellation)
    {
        var names = new HashSet<string>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (tree.GetText(cancellation).ToString().IndexOf("GuardedBy", StringComparison.Ordinal) < 0)
                continue;
            foreach (var node in tree.GetRoot(cancellation).DescendantNodes(static node => node is not StatementSyntax))
            {
                if (node is AttributeSyntax { Name: var name, Parent.Parent: { } member } && name.ToString().IndexOf("GuardedBy", StringComparison.Ordinal) >= 0)
                    AddNames(member, names);
            }
        }

        return Interlocked.CompareExchange(ref _names, names, null) ?? names;
    }

    private static void AddNames(SyntaxNode member, HashSet<string> names)
    {
        switch (member)
        {
            case FieldDeclarationSyntax field:
                foreach (var variable in field.Declaration.Variables)
                    names.Add(variable.Identifier.ValueText);
                break;
            case PropertyDeclarationSyntax property:
                names.Add(property.Identifier.ValueText);
                break;
            case ParameterSyntax parameter:
                names.Add(parameter.Identifier.ValueText);
                break;
        }
    }
}
