using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>
/// What all fixes do the same way. A fix says what it can offer for a finding (<see cref="OfferAsync"/>); carrying it out for one finding
/// or for all of a document is the same code, so Fix All is never a merge of texts that do not fit.
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

    private protected virtual async Task<Document> FixDocumentAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var session = new FixSession();
        foreach (var diagnostic in diagnostics.OrderBy(static d => d.Location.SourceSpan.Start))
        {
            var offers = await OfferAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
            offers.FirstOrDefault(offer => offer.Key == key)?.Apply(editor, session);
        }

        return editor.GetChangedDocument();
    }
}
