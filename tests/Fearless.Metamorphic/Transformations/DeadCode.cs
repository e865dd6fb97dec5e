using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class DeadCode : Transformation
{
    public override string Name => "dead-code";

    public override string Precondition => "a call or assignment that stands in a block";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not ExpressionStatementSyntax { Parent: BlockSyntax } || !Sites.Take())
                return null;
            var unused = Fresh("unused");
            return $$"""
                int {{unused}} = 0;
                if ({{unused}} != 0)
                {
                    throw new global::System.InvalidOperationException();
                }

                {{Text(now)}}
                """;
        }
    }
}
