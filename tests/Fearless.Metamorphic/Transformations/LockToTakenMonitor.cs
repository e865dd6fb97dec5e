using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class LockToTakenMonitor : Transformation
{
    public override string Name => "lock-to-taken-monitor";

    public override string Precondition => "a lock statement on a path of names that is no System.Threading.Lock";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    /// <summary>What the compiler makes of a lock statement.</summary>
    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not LockStatementSyntax { Expression: var gate } || !Gates.IsMonitor(gate, Model) || !Sites.Take())
                return null;
            var region = (LockStatementSyntax)now;
            var taken = Fresh("taken");
            return $$"""
                bool {{taken}} = false;
                try
                {
                    global::System.Threading.Monitor.Enter({{Text(region.Expression)}}, ref {{taken}});
                    {{Inside(region.Statement)}}
                }
                finally
                {
                    if ({{taken}})
                        global::System.Threading.Monitor.Exit({{Gates.Unmarked(region.Expression)}});
                }
                """;
        }
    }
}
