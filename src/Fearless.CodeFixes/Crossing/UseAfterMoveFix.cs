using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Fix of FEAR2004: the use goes before the move, where nothing in between stands in its way.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseAfterMoveFix)), Shared]
public sealed class UseAfterMoveFix() : StepwiseCodeFix(Descriptors.FEAR2004_UseAfterMove)
{
    internal override async Task<FixStep?> StepAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || node is not IdentifierNameSyntax name || model.GetSymbolInfo(name, cancellationToken).Symbol is not { } variable
            || name.Ancestors().OfType<StatementSyntax>().FirstOrDefault() is not ExpressionStatementSyntax { Parent: BlockSyntax block } use)
        {
            return null;
        }

        var index = block.Statements.IndexOf(use);
        if (index == 0 || block.Statements[index - 1] is not ExpressionStatementSyntax { Expression: InvocationExpressionSyntax move } before
            || use.Expression is not InvocationExpressionSyntax || use.Expression.DescendantNodes().Any(static inner => inner is AnonymousFunctionExpressionSyntax)
            || !GivesAway(move, variable, model) || IsMove((InvocationExpressionSyntax)use.Expression, move, model))
            return null;

        // What the move itself says after it must stay after it: only the two statements change places.
        var statements = block.Statements
            .Replace(before, use.WithLeadingTrivia(before.GetLeadingTrivia()).WithTrailingTrivia(before.GetTrailingTrivia()));
        statements = statements.Replace(statements[index], before.WithLeadingTrivia(use.GetLeadingTrivia()).WithTrailingTrivia(use.GetTrailingTrivia()));
        return new FixStep($"Use '{variable.Name}' before it is moved", nameof(UseAfterMoveFix), root.ReplaceNode(block, block.WithStatements(statements)));
    }

    /// <summary>A second move is none the better for being the first.</summary>
    private static bool IsMove(InvocationExpressionSyntax use, InvocationExpressionSyntax move, SemanticModel model) =>
        model.GetSymbolInfo(use).Symbol is IMethodSymbol called
        && (SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, model.GetSymbolInfo(move).Symbol?.OriginalDefinition)
            || called.Parameters.Any(static parameter => parameter.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "MovedAttribute" })));

    /// <summary>The call takes the variable itself, so that doing without it for a moment changes nothing else.</summary>
    private static bool GivesAway(InvocationExpressionSyntax move, ISymbol variable, SemanticModel model) => move.ArgumentList.Arguments
        .Any(argument => argument.Expression is IdentifierNameSyntax given && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(given).Symbol, variable));
}
