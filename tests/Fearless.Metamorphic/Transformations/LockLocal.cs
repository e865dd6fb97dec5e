using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class LockLocal : Transformation
{
    public override string Name => "lock-local";

    public override string Precondition => "a lock statement on a field or property";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not LockStatementSyntax { Expression: var gate } || SymbolOf(gate) is not (IFieldSymbol or IPropertySymbol) || !Sites.Take())
                return null;
            var region = (LockStatementSyntax)now;
            var local = Fresh("monitor");
            return $"""
                var {local} = {Text(region.Expression)};
                lock ({local}{(Marks.IsIn(region.Expression.ToFullString()) ? Marks.Mark : "")})
                {Text(region.Statement)}
                """;
        }
    }
}
