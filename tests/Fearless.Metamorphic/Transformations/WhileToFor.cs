using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class WhileToFor : Transformation
{
    public override string Name => "while-to-for";

    public override string Precondition => "a while loop";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now) =>
            was is WhileStatementSyntax && Sites.Take()
                ? $$"""
                    for (; {{Text(((WhileStatementSyntax)now).Condition)}};)
                    {
                        {{Inside(((WhileStatementSyntax)now).Statement)}}
                    }
                    """
                : null;
    }
}
