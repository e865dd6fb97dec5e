using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Fearless.CodeFixes;

/// <summary>Gives the statement or expression a block of its own, where it is an expression body or a statement without braces.</summary>
internal static class BlockBody
{
    /// <summary>The root, changed if that was needed; null: there is no place for a statement.</summary>
    public static SyntaxNode? Expand(GuardSite site)
    {
        for (SyntaxNode node = site.Acquisition; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case StatementSyntax statement:
                    return Statements.IsInList(statement) ? site.Root : WithBraces(site, statement);
                case ArrowExpressionClauseSyntax arrow:
                    return arrow.Expression is RefExpressionSyntax ? null : OfMember(site, arrow);
                case LambdaExpressionSyntax { ExpressionBody: { } body } lambda when body == node:
                    return body is RefExpressionSyntax ? null : OfLambda(site, lambda, body);
            }
        }

        return null;
    }

    private static SyntaxNode? WithBraces(GuardSite site, StatementSyntax statement)
    {
        if (statement.Parent is LabeledStatementSyntax or null)
            return null;
        var block = SyntaxFactory.Block(statement.WithoutTrailingTrivia()).WithTrailingTrivia(statement.GetTrailingTrivia());
        return site.Root.ReplaceNode(statement, block.WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static SyntaxNode? OfMember(GuardSite site, ArrowExpressionClauseSyntax arrow)
    {
        var end = arrow.Parent!.GetLastToken();
        var isAccessor = arrow.Parent is PropertyDeclarationSyntax or IndexerDeclarationSyntax;
        var symbol = isAccessor ? null : site.Model.GetDeclaredSymbol(arrow.Parent, site.CancellationToken) as IMethodSymbol;
        if (!isAccessor && symbol is null)
            return null;
        var block = Body(arrow.Expression, symbol is not null && ReturnsNothing(symbol));
        var accessors = SyntaxFactory.AccessorList(SyntaxFactory.SingletonList(SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, block)));
        SyntaxNode? member = arrow.Parent switch
        {
            PropertyDeclarationSyntax property => property.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(accessors),
            IndexerDeclarationSyntax indexer => indexer.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(accessors),
            BaseMethodDeclarationSyntax method => method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block),
            AccessorDeclarationSyntax accessor => accessor.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block),
            LocalFunctionStatementSyntax local => local.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block),
            _ => null,
        };
        if (member is null)
            return null;

        // The line ends after the closing brace now, not after the arrow's semicolon.
        var before = arrow.ArrowToken.GetPreviousToken();
        member = member.ReplaceToken(
            member.FindToken(before.SpanStart - arrow.Parent.FullSpan.Start + member.FullSpan.Start),
            before.WithTrailingTrivia(SyntaxFactory.ElasticMarker));
        return site.Root.ReplaceNode(arrow.Parent, member.WithTrailingTrivia(end.TrailingTrivia).WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static SyntaxNode? OfLambda(GuardSite site, LambdaExpressionSyntax lambda, ExpressionSyntax body)
    {
        if (site.Model.GetSymbolInfo(lambda, site.CancellationToken).Symbol is not IMethodSymbol symbol)
            return null;
        var block = lambda.WithBody(Body(body, ReturnsNothing(symbol))).WithTrailingTrivia(lambda.GetTrailingTrivia());
        return site.Root.ReplaceNode(lambda, block.WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static BlockSyntax Body(ExpressionSyntax expression, bool returnsNothing) => Statements.Block(
    [
        returnsNothing
            ? SyntaxFactory.ExpressionStatement(expression.WithoutTrivia())
            : SyntaxFactory.ReturnStatement(
                SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space),
                expression.WithoutTrivia(),
                SyntaxFactory.Token(SyntaxKind.SemicolonToken)),
    ]);

    private static bool ReturnsNothing(IMethodSymbol method) =>
        method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });
}
