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

/// <summary>Fix of FEAR4007: one read into a local variable, which is tested and used; or the one that is there already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StaleCheckFix)), Shared]
public sealed class StaleCheckFix() : FearlessCodeFix(Descriptors.FEAR4007_StaleCheck)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || diagnostic.AdditionalLocations.Count == 0
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax use)
        {
            return [];
        }

        diagnostic.Properties.TryGetValue("Copy", out var copy);
        if (copy is not null)
            return [UseCopy(use, copy)];
        if (root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax test || !test.IsEquivalentTo(use, topLevel: false))
            return [];
        return model.GetSymbolInfo(use, cancellationToken).Symbol is { } field && !IsTakenHere(use, field.Name) && LocalCopy.For(model, test, field.Name) is { } offer ? [offer] : [];
    }

    /// <summary>Tested, used and stored to: two that come at once both take the object, however often it is read.</summary>
    private static bool IsTakenHere(ExpressionSyntax use, string name) => use.FirstAncestorOrSelf<MemberDeclarationSyntax>()!.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Any(store => store.SpanStart > use.SpanStart && store.Left is IdentifierNameSyntax { Identifier.ValueText: var stored } && stored == name);

    private static FixOffer UseCopy(ExpressionSyntax use, string copy) => new($"Use '{copy}'", "UseCopy", (editor, _) =>
    {
        // 'local!' says no more than 'local', which has been tested.
        SyntaxNode old = use.Parent is PostfixUnaryExpressionSyntax { OperatorToken.ValueText: "!" } forgiven ? forgiven : use;
        editor.ReplaceNode(old, Microsoft.CodeAnalysis.CSharp.SyntaxFactory.IdentifierName(copy).WithTriviaFrom(old));
    });
}
