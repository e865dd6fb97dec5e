using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.FixCheck;

/// <summary>A body of one statement is an arrow and an expression.</summary>
internal sealed class Arrows : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        return ArrowOf(visited.Body) is { } arrow
            ? visited.WithParameterList(visited.ParameterList.WithTrailingTrivia(SyntaxFactory.Space)).WithBody(null).WithExpressionBody(arrow).WithSemicolonToken(End(visited.Body!))
            : visited;
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var visited = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        return ArrowOf(visited.Body) is { } arrow
            ? visited.WithParameterList(visited.ParameterList.WithTrailingTrivia(SyntaxFactory.Space)).WithBody(null).WithExpressionBody(arrow).WithSemicolonToken(End(visited.Body!))
            : visited;
    }

    public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        var visited = (AccessorDeclarationSyntax)base.VisitAccessorDeclaration(node)!;
        return ArrowOf(visited.Body) is { } arrow
            ? visited.WithKeyword(visited.Keyword.WithTrailingTrivia(SyntaxFactory.Space)).WithBody(null).WithExpressionBody(arrow).WithSemicolonToken(End(visited.Body!))
            : visited;
    }

    private static ArrowExpressionClauseSyntax? ArrowOf(BlockSyntax? body)
    {
        if (body is not { Statements: [var only] } || body.DescendantTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)))
            return null;
        var value = only switch
        {
            ReturnStatementSyntax { Expression: { } returned } => returned,
            ExpressionStatementSyntax { Expression: var expression } => expression,
            _ => null,
        };
        return value is null ? null : SyntaxFactory.ArrowExpressionClause(SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space), value.WithoutTrivia());
    }

    private static SyntaxToken End(BlockSyntax body) => SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(body.CloseBraceToken.TrailingTrivia);
}
