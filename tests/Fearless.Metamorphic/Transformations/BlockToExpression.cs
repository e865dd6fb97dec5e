using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class BlockToExpression : Transformation
{
    public override string Name => "block-to-expression";

    public override string Precondition => "a method, accessor or lambda whose body is one call, assignment or return";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        private static readonly SyntaxToken _end = SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(SyntaxFactory.LineFeed);

        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
        {
            var now = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
            return Only(now.Body) is { } only && Sites.Take() ? now.WithBody(null).WithExpressionBody(Arrow(only)).WithSemicolonToken(_end) : now;
        }

        public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node)
        {
            var now = (AccessorDeclarationSyntax)base.VisitAccessorDeclaration(node)!;
            return Only(now.Body) is { } only && Sites.Take() ? now.WithBody(null).WithExpressionBody(Arrow(only)).WithSemicolonToken(_end) : now;
        }

        public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
        {
            var now = (ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!;
            return Only(now.Block) is { } only && Sites.Take() ? now.WithBlock(null).WithExpressionBody(only) : now;
        }

        private static ExpressionSyntax? Only(BlockSyntax? body) => body?.Statements switch
        {
            [ExpressionStatementSyntax { Expression: var expression }] => expression.WithoutTrivia().WithTrailingTrivia(expression.GetTrailingTrivia()),
            [ReturnStatementSyntax { Expression: { } expression }] => expression.WithoutTrivia().WithTrailingTrivia(expression.GetTrailingTrivia()),
            _ => null,
        };

        private static ArrowExpressionClauseSyntax Arrow(ExpressionSyntax expression) => SyntaxFactory.ArrowExpressionClause(expression);
    }
}
