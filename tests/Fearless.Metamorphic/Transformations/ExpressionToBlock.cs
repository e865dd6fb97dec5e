using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class ExpressionToBlock : Transformation
{
    public override string Name => "expression-to-block";

    public override string Precondition => "a method, getter or lambda whose body is an expression";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
        {
            var now = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
            return now.ExpressionBody is { Expression: not ThrowExpressionSyntax } body && Sites.Take()
                ? now.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Block(body.Expression, Model.GetDeclaredSymbol(node)))
                : now;
        }

        public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
        {
            var now = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
            if (now.ExpressionBody is not { Expression: not ThrowExpressionSyntax and not RefExpressionSyntax } body || !Sites.Take())
                return now;
            return now.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(
                SyntaxFactory.AccessorList([SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, Block(body.Expression, returns: true))]));
        }

        public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
        {
            var now = (ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!;
            return now.ExpressionBody is { } body and not ThrowExpressionSyntax && Sites.Take()
                ? now.WithExpressionBody(null).WithBlock(Block(body, SymbolOf(node) as IMethodSymbol))
                : now;
        }

        private static BlockSyntax Block(ExpressionSyntax expression, IMethodSymbol? function) =>
            Block(expression, function is { ReturnsVoid: false } && !(function.IsAsync && function.ReturnType is INamedTypeSymbol { TypeArguments.IsEmpty: true }));

        private static BlockSyntax Block(ExpressionSyntax expression, bool returns) =>
            (BlockSyntax)SyntaxFactory.ParseStatement($$"""
                {
                    {{(returns ? "return " : "")}}{{Text(expression)}};
                }
                """);
    }
}
