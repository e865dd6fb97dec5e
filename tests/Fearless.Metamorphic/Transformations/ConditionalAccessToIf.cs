using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class ConditionalAccessToIf : Transformation
{
    public override string Name => "null-conditional-to-if";

    public override string Precondition => "a statement that is a call by \"?.\" on a path of names";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not ExpressionStatementSyntax { Expression: ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax } } access }
                || !Code.IsPath(access.Expression)
                || Model.GetTypeInfo(access.Expression).Type is not { IsReferenceType: true }
                || !Sites.Take())
            {
                return null;
            }

            var rewritten = (ConditionalAccessExpressionSyntax)((ExpressionStatementSyntax)now).Expression;
            var call = (InvocationExpressionSyntax)rewritten.WhenNotNull;
            var local = Fresh("target");
            return $$"""
                var {{local}} = {{Text(rewritten.Expression)}};
                if ({{local}} != null)
                {
                    {{local}}.{{Text(((MemberBindingExpressionSyntax)call.Expression).Name)}}{{Text(call.ArgumentList)}};
                }
                """;
        }
    }
}
