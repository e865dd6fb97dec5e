using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Adds <c>readonly</c>. The finding says that nothing stands in the way.</summary>
internal static class ReadonlyLockField
{
    public static FixOffer? Offer(LockFixContext context)
    {
        if (context.Reported.Member is not IFieldSymbol { DeclaringSyntaxReferences: { Length: 1 } declarations } field
            || declarations[0].SyntaxTree != context.Root.SyntaxTree
            || declarations[0].GetSyntax(context.CancellationToken) is not VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax declaration }
            || declaration.Declaration.Variables.Count != 1 || declaration.Modifiers.Any(SyntaxKind.ReadOnlyKeyword))
        {
            return null;
        }

        return new FixOffer("Make '" + field.Name + "' readonly", "MakeReadonly", (editor, session) =>
        {
            if (session.Once(declaration))
                editor.ReplaceNode(declaration, static (node, _) => WithReadonly((FieldDeclarationSyntax)node));
        });
    }

    private static FieldDeclarationSyntax WithReadonly(FieldDeclarationSyntax field)
    {
        var keyword = SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (field.Modifiers.Count > 0)
            return field.AddModifiers(keyword);
        var type = field.Declaration.Type;
        return field
            .WithDeclaration(field.Declaration.WithType(type.WithLeadingTrivia()))
            .WithModifiers([keyword.WithLeadingTrivia(type.GetLeadingTrivia())]);
    }
}
