using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class LockToMonitor : Transformation
{
    public override string Name => "lock-to-monitor";

    public override string Precondition => "a lock statement on a path of names that is no System.Threading.Lock";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not LockStatementSyntax { Expression: var gate } || !Gates.IsMonitor(gate, Model) || !Sites.Take())
                return null;
            var region = (LockStatementSyntax)now;
            return $$"""
                global::System.Threading.Monitor.Enter({{Text(region.Expression)}});
                try
                {
                    {{Inside(region.Statement)}}
                }
                finally
                {
                    global::System.Threading.Monitor.Exit({{Gates.Unmarked(region.Expression)}});
                }
                """;
        }
    }
}
