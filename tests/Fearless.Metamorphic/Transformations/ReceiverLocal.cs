using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class ReceiverLocal : Transformation
{
    public override string Name => "receiver-local";

    public override string Precondition => "a statement that is a call, on a field or property that holds a reference";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } }
                || SymbolOf(receiver) is not (IFieldSymbol or IPropertySymbol)
                || Model.GetTypeInfo(receiver).Type is not { IsReferenceType: true }
                || !Sites.Take())
            {
                return null;
            }

            var call = (InvocationExpressionSyntax)((ExpressionStatementSyntax)now).Expression;
            var access = (MemberAccessExpressionSyntax)call.Expression;
            var local = Fresh("target");
            return $"""
                var {local} = {Text(access.Expression)};
                {local}.{Text(access.Name)}{Text(call.ArgumentList)};
                """;
        }
    }
}
