using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class InlineMethod : Transformation
{
    public override string Name => "inline-method";

    public override string Precondition => "a call of a private method of this object without parameters, result, jumps and modifiers, whose variables are its own";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        private readonly HashSet<IMethodSymbol> _open = new(SymbolEqualityComparer.Default);

        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: SimpleNameSyntax, ArgumentList.Arguments.Count: 0 } call }
                || SymbolOf(call) is not IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private, ReturnsVoid: true, IsAsync: false, IsGenericMethod: false } method
                || method.GetAttributes().Length > 0
                || method.DeclaringSyntaxReferences is not [var reference]
                || reference.GetSyntax() is not MethodDeclarationSyntax { Body: { } body }
                || body.DescendantNodes().Any(static n => n is ReturnStatementSyntax or YieldStatementSyntax or LocalFunctionStatementSyntax)
                || !_open.Add(method))
            {
                return null;
            }

            var code = Sites.Take() ? $"{{\n{Inside((BlockSyntax)Visit(body)!)}\n}}" : null;
            _open.Remove(method);
            return code is not null && Marks.IsIn(now.ToFullString()) ? code.Replace(";", ";" + Marks.Mark) : code;
        }
    }
}
