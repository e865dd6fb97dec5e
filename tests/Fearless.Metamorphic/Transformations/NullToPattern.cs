using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class NullToPattern : Transformation
{
    public override string Name => "null-to-pattern";

    public override string Precondition => "a comparison of a reference with null, whose type has no operator of its own";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(ExpressionSyntax was, ExpressionSyntax now)
        {
            if (was is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison
                || !comparison.Right.IsKind(SyntaxKind.NullLiteralExpression)
                || SymbolOf(comparison) is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator }
                || !Sites.Take())
            {
                return null;
            }

            var rewritten = (BinaryExpressionSyntax)now;
            return $"{Text(rewritten.Left)} is {(comparison.IsKind(SyntaxKind.EqualsExpression) ? "null" : "not null")}{(Marks.IsIn(rewritten.Right.ToFullString()) ? Marks.Mark : "")}";
        }
    }
}
