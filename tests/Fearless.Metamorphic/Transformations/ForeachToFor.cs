using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class ForeachToFor : Transformation
{
    public override string Name => "foreach-to-for";

    public override string Precondition => "a foreach over an array or list that is a path of names";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not ForEachStatementSyntax { Type: not RefTypeSyntax } loop || !Code.IsPath(loop.Expression)
                || CountOf(Model.GetTypeInfo(loop.Expression).Type) is not { } count || !Sites.Take())
            {
                return null;
            }

            var rewritten = (ForEachStatementSyntax)now;
            var index = Fresh("index");
            return $$"""
                for (int {{index}} = 0; {{index}} < {{Text(rewritten.Expression)}}.{{count}}; {{index}}++)
                {
                    {{Text(rewritten.Type)}} {{rewritten.Identifier.ValueText}} = {{Text(rewritten.Expression)}}[{{index}}];
                    {{Inside(rewritten.Statement)}}
                }
                """;
        }

        private static string? CountOf(ITypeSymbol? type) => type switch
        {
            IArrayTypeSymbol { Rank: 1 } => "Length",
            INamedTypeSymbol { Name: "List" or "IReadOnlyList" or "IList", Arity: 1 } => "Count",
            _ => null,
        };
    }
}
