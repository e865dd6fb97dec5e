using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class LambdaToMethod : Transformation
{
    public override string Name => "lambda-to-method";

    public override string Precondition => "a lambda that is an argument and captures no variable";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(ExpressionSyntax was, ExpressionSyntax now)
        {
            if (was is not AnonymousFunctionExpressionSyntax lambda || Lambdas.StatementOf(lambda) is not { } statement
                || Lambdas.Signature(lambda, Model) is not { } signature
                || lambda.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not ClassDeclarationSyntax and not RecordDeclarationSyntax
                || Model.AnalyzeDataFlow(lambda) is not { Succeeded: true } flow
                || flow.DataFlowsIn.Concat(flow.DataFlowsOut).Concat(flow.ReadInside).Concat(flow.WrittenInside)
                    .Any(v => v is not IParameterSymbol { IsThis: true } && !flow.VariablesDeclared.Contains(v) && !SymbolEqualityComparer.Default.Equals(v.ContainingSymbol, SymbolOf(lambda)))
                || !Sites.Take())
            {
                return null;
            }

            var name = Fresh("Work");
            AddMember("private " + (lambda.DescendantNodes().Any(n => n is ThisExpressionSyntax || (n is SimpleNameSyntax used && Receivers.IsImplicit(used, Model))) ? "" : "static ")
                + Lambdas.Function(signature, name, (AnonymousFunctionExpressionSyntax)now));
            return name + (Marks.IsIn(now.ToFullString()) ? Marks.Mark : "");
        }
    }
}
