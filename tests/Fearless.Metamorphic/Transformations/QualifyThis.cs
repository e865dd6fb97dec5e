using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class QualifyThis : Transformation
{
    public override string Name => "qualify-this";

    public override string Precondition => "an instance member that is named without receiver";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(ExpressionSyntax was, ExpressionSyntax now) =>
            was is SimpleNameSyntax name && Receivers.IsImplicit(name, Model) && Sites.Take() ? "this." + Text(now) : null;
    }
}
