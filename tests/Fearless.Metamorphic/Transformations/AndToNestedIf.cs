using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class AndToNestedIf : Transformation
{
    public override string Name => "and-to-nested-if";

    public override string Precondition => "an if without else that tests two things";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not IfStatementSyntax { Else: null, Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } } || !Sites.Take())
                return null;
            var test = (IfStatementSyntax)now;
            var both = (BinaryExpressionSyntax)test.Condition;
            return $$"""
                if ({{Text(both.Left)}})
                {
                    if ({{Text(both.Right)}})
                    {
                        {{Inside(test.Statement)}}
                    }
                }
                """;
        }
    }
}
