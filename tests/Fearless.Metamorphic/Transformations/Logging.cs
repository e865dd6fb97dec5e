using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class Logging : Transformation
{
    public override string Name => "logging";

    public override string Precondition => "a call or assignment that stands in a block";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now) =>
            was is ExpressionStatementSyntax { Parent: BlockSyntax } && Sites.Take()
                ? $"""
                    global::System.Diagnostics.Debug.WriteLine("before");
                    {Text(now)}
                    global::System.Diagnostics.Debug.WriteLine("after");
                    """
                : null;
    }
}
