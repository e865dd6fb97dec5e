using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class PatternToNull : Transformation
{
    public override string Name => "pattern-to-null";

    public override string Precondition => "a test of a reference by \"is null\" or \"is not null\"";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(ExpressionSyntax was, ExpressionSyntax now)
        {
            if (was is not IsPatternExpressionSyntax test || Operator(test.Pattern) is not { } comparison || !Sites.Take())
                return null;
            return $"{Text(((IsPatternExpressionSyntax)now).Expression)} {comparison} null{(Marks.IsIn(now.ToFullString()) ? Marks.Mark : "")}";
        }

        private static string? Operator(PatternSyntax pattern) => pattern switch
        {
            ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } => "==",
            UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } => "!=",
            _ => null,
        };
    }
}
