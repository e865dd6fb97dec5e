using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class LocalFunctionToLambda : Transformation
{
    public override string Name => "local-function-to-lambda";

    public override string Precondition => "a local function without type parameters and yield, that does not name itself";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not LocalFunctionStatementSyntax { TypeParameterList: null } function || Code.Awaits(function) && !function.Modifiers.Any(SyntaxKind.AsyncKeyword)
                || function.DescendantNodes().OfType<SimpleNameSyntax>().Any(n => n.Identifier.ValueText == function.Identifier.ValueText)
                || function.ParameterList.Parameters.Any(static p => p.Modifiers.Any())
                || Model.GetDeclaredSymbol(function) is not IMethodSymbol method
                || (!method.ReturnsVoid && Code.NameOf(method.ReturnType) is null)
                || method.Parameters.Any(static p => Code.NameOf(p.Type) is null)
                || !Sites.Take())
            {
                return null;
            }

            var rewritten = (LocalFunctionStatementSyntax)now;
            var types = method.Parameters.Select(static p => Code.NameOf(p.Type)!).ToList();
            if (!method.ReturnsVoid)
                types.Add(Code.NameOf(method.ReturnType)!);
            var type = (method.ReturnsVoid ? "global::System.Action" : "global::System.Func") + (types.Count == 0 ? "" : $"<{string.Join(", ", types)}>");
            return $"{type} {function.Identifier.ValueText} = {(method.IsAsync ? "async " : "")}{Text(rewritten.ParameterList)} => "
                + $"{Text(rewritten.Body ?? (SyntaxNode)rewritten.ExpressionBody!.Expression)};";
        }
    }
}
