using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Sharing;

/// <summary>The members that are marked <c>[GuardedBy]</c>, and the types that mention one, or have a contract of their own beside one.</summary>
internal sealed class GuardedMentions(Compilation compilation, TypeFactsCache types) : MemberMentions(compilation)
{
    public override bool Contains(INamedTypeSymbol outermost, CancellationToken cancellation) =>
        Names(cancellation).Count > 0 && ((types.TraitsOf(outermost, cancellation) & TypeTraits.Contracts) != 0 || base.Contains(outermost, cancellation));

    protected override void AddNames(SyntaxTree tree, HashSet<string> names, CancellationToken cancellation)
    {
        if (tree.GetText(cancellation).ToString().IndexOf("GuardedBy", StringComparison.Ordinal) < 0)
            return;
        foreach (var node in tree.GetRoot(cancellation).DescendantNodes(static node => node is not StatementSyntax))
        {
            if (node is AttributeSyntax { Name: var name, Parent.Parent: { } member } && name.ToString().IndexOf("GuardedBy", StringComparison.Ordinal) >= 0)
                AddNames(member, names);
        }
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
