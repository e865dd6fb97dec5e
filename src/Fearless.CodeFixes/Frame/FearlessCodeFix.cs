using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>
/// What all fixes do the same way. A fix says what it can offer for a finding (<see cref="OfferAsync"/>). Fix All asks it finding by finding,
/// each time for the document that the fix before has left: so findings may overlap, lie in each other or be the same, and a name that one
/// fix introduces is known to the next.
/// </summary>
public abstract class FearlessCodeFix(params DiagnosticDescriptor[] rules) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. rules.Select(static rule => rule.Id)];

    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        async (context, document, diagnostics) =>
            await FixDocumentAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken).ConfigureAwait(false));

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var offer in await OfferAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                if (!await Trial.HoldsAsync(context.Document, offer, context.CancellationToken).ConfigureAwait(false))
                    continue;
                var action = CodeAction.Create(
                    offer.Title,
                    cancel => FixDocumentAsync(context.Document, [diagnostic], offer.Key, cancel),
                    offer.Key);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>Every offer must compile, remove the finding and change nothing else; when that is not certain, offer nothing.</summary>
    internal abstract Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken);

    private async Task<Document> FixDocumentAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
            return document;
        var findings = TrackedFinding.Mark(diagnostics.SelectMany(Folding.Unfold).OrderBy(static d => d.Location.SourceSpan.Start), root, out var marked);
        var current = document.WithSyntaxRoot(marked);
        var hasChanged = false;
        foreach (var finding in findings)
        {
            if (await finding.FindAsync(current, cancellationToken).ConfigureAwait(false) is not { } diagnostic)
                continue;
            var offers = await OfferAsync(current, diagnostic, cancellationToken).ConfigureAwait(false);
            if (offers.FirstOrDefault(offer => offer.Key == key) is not { } chosen || !await Trial.HoldsAsync(current, chosen, cancellationToken).ConfigureAwait(false))
                continue;
            var editor = await DocumentEditor.CreateAsync(current, cancellationToken).ConfigureAwait(false);
            chosen.Apply(editor, new FixSession());
            current = editor.GetChangedDocument();
            hasChanged = true;
        }

        return hasChanged ? await FinishedDocument.MakeAsync(document, current, cancellationToken).ConfigureAwait(false) : document;
    }
}
