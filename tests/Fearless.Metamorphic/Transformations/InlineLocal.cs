using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class InlineLocal : Transformation
{
    public override string Name => "inline-local";

    public override string Precondition => "a variable that holds a read-only field or a parameter that nobody assigns, and is never assigned itself";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        private readonly Dictionary<ISymbol, ExpressionSyntax> _values = new(SymbolEqualityComparer.Default);

        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration.Variables: [{ Initializer.Value: { } value } variable] }
                || !Code.IsPath(value) || SymbolOf(value) is not (IFieldSymbol { IsReadOnly: true } or IParameterSymbol { RefKind: RefKind.None })
                || Model.GetDeclaredSymbol(variable) is not ILocalSymbol local
                || IsAssigned(local, was) || (SymbolOf(value) is IParameterSymbol parameter && IsAssigned(parameter, was))
                || (value is MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax })
                || !Sites.Take())
            {
                return null;
            }

            _values.Add(local, value.WithoutTrivia());
            return "";
        }

        protected override string? Replace(ExpressionSyntax was, ExpressionSyntax now) =>
            was is IdentifierNameSyntax && SymbolOf(was) is ILocalSymbol local && _values.TryGetValue(local, out var value)
                ? Text(value) + (Marks.IsIn(now.ToFullString()) && !Marks.IsIn(value.ToFullString()) ? Marks.Mark : "")
                : null;

        private bool IsAssigned(ISymbol variable, SyntaxNode place) =>
            place.FirstAncestorOrSelf<MemberDeclarationSyntax>()!.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == variable.Name
                && (n.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
                    || (n.Parent is AssignmentExpressionSyntax assignment && assignment.Left == n)));
    }
}
