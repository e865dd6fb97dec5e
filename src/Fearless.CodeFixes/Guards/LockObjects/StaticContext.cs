using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Code that has no <c>this</c>.</summary>
internal static class StaticContext
{
    public static bool IsAround(SyntaxNode node)
    {
        for (var parent = node; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case LocalFunctionStatementSyntax local when local.Modifiers.Any(SyntaxKind.StaticKeyword):
                case AnonymousFunctionExpressionSyntax function when function.Modifiers.Any(SyntaxKind.StaticKeyword):
                case ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax:
                case BaseFieldDeclarationSyntax:
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }:
                    return true;
                case MemberDeclarationSyntax member:
                    return member.Modifiers.Any(SyntaxKind.StaticKeyword);
            }
        }

        return true;
    }
}
