using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class RunToStartNew : Transformation
{
    public override string Name => "run-to-start-new";

    public override string Precondition => "a Task.Run of a function that is not async";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(ExpressionSyntax was, ExpressionSyntax now) =>
            was is InvocationExpressionSyntax call && Spawns.IsRun(call, Model) && Sites.Take()
                ? $"global::System.Threading.Tasks.Task.Factory.StartNew{Text(((InvocationExpressionSyntax)now).ArgumentList)}"
                : null;
    }
}
