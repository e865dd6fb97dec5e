using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class ForToWhile : Transformation
{
    public override string Name => "for-to-while";

    public override string Precondition => "a for loop without continue";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not ForStatementSyntax loop || loop.Statement.DescendantNodesAndSelf().Any(static n => n is ContinueStatementSyntax)
                || loop.Initializers.Count > 0 || !Sites.Take())
            {
                return null;
            }

            var rewritten = (ForStatementSyntax)now;
            return $$"""
                {
                    {{(rewritten.Declaration is null ? "" : Text(rewritten.Declaration) + ";")}}
                    while ({{(rewritten.Condition is null ? "true" : Text(rewritten.Condition))}})
                    {
                        {{Inside(rewritten.Statement)}}
                        {{string.Concat(rewritten.Incrementors.Select(static step => Text(step) + ";\n"))}}
                    }
                }
                """;
        }
    }
}
