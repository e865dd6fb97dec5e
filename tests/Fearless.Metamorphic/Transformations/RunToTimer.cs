using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class RunToTimer : Transformation
{
    public override string Name => "run-to-timer";

    public override string Precondition => "a Task.Run of a function that is not async, whose task nobody looks at";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now) =>
            Spawns.Detached(was, Model) && Sites.Take()
                ? $"_ = new global::System.Threading.Timer(_ => {Spawns.Called(now)}, null, 0, global::System.Threading.Timeout.Infinite);"
                : null;
    }
}
