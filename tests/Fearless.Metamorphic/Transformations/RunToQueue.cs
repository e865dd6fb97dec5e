using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class RunToQueue : Transformation
{
    public override string Name => "run-to-queue";

    public override string Precondition => "a Task.Run of a function that is not async, whose task nobody looks at";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now) =>
            Spawns.Detached(was, Model) && Sites.Take()
                ? $"global::System.Threading.ThreadPool.QueueUserWorkItem(_ => {Spawns.Called(now)});"
                : null;
    }
}
