using System.Collections.Generic;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>The promise is completed only if nobody was there first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CompletedTwiceFix() : FearlessCodeFix(Descriptors.FEAR7007_CompletedTwice)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
            return [];
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => null,
        };
        if (name is null || !name.Identifier.ValueText.StartsWith("Set", System.StringComparison.Ordinal))
            return [];
        var offer = new FixOffer($"Use 'Try{name.Identifier.ValueText}'", nameof(CompletedTwiceFix), (editor, session) =>
        {
            if (session.Once(name))
                editor.ReplaceNode(name, name.WithIdentifier(SyntaxFactory.Identifier("Try" + name.Identifier.ValueText)).WithTriviaFrom(name));
        });
        return await Trial.HoldsAsync(document, offer, cancellationToken).ConfigureAwait(false) ? [offer] : [];
    }
}
