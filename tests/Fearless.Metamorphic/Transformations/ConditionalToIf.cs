using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class ConditionalToIf : Transformation
{
    public override string Name => "conditional-to-if";

    public override string Precondition => "a return of a conditional expression without declarations";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not ReturnStatementSyntax { Expression: ConditionalExpressionSyntax choice }
                || choice.WhenTrue is ThrowExpressionSyntax or RefExpressionSyntax
                || choice.WhenFalse is ThrowExpressionSyntax
                || !Sites.Take())
            {
                return null;
            }

            var rewritten = (ConditionalExpressionSyntax)((ReturnStatementSyntax)now).Expression!;
            return $$"""
                if ({{Text(rewritten.Condition)}})
                {
                    return {{Text(rewritten.WhenTrue)}};
                }

                return {{Text(rewritten.WhenFalse)}};
                """;
        }
    }
}
