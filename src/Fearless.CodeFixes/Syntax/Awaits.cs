using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Await expressions: built, not parsed, for out of an async function the text <c>await x;</c> declares a variable.</summary>
internal static class Awaits
{
    public static AwaitExpressionSyntax Of(ExpressionSyntax awaited) => SyntaxFactory.AwaitExpression(
        SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), awaited.WithoutTrivia());

    /// <summary>The place is in an async function, and in none of the parts of it that must not wait.</summary>
    public static bool AreAllowedAt(SyntaxNode place)
    {
        foreach (var around in place.Ancestors())
        {
            switch (around)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword.RawKind != 0;
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax:
                    return true;
                case MemberDeclarationSyntax member:
                    return member.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case LockStatementSyntax or AccessorDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }
}
