using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class IfToEarlyReturn : Transformation
{
    public override string Name => "if-to-early-return";

    public override string Precondition => "the last statement of a method without result is an if without else";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not IfStatementSyntax { Else: null, Parent: BlockSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } block }
                || block.Statements.Last() != was
                || Model.GetDeclaredSymbol(block.Parent!) is not IMethodSymbol method
                || !(method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { TypeArguments.IsEmpty: true }))
                || !Sites.Take())
            {
                return null;
            }

            var test = (IfStatementSyntax)now;
            return $$"""
                if (!({{Text(test.Condition)}}))
                {
                    return;
                }

                {{Inside(test.Statement)}}
                """;
        }
    }
}
