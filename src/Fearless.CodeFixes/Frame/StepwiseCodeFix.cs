using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace Fearless.CodeFixes;

/// <summary>For fixes that move statements about: they make one tree of another, where recorded edits would get into each other's way.</summary>
public abstract class StepwiseCodeFix(params DiagnosticDescriptor[] rules) : FearlessCodeFix(rules)
{
    /// <summary>What this fix makes of the document; null: nothing that is certain to be right.</summary>
    /// <param name="document">The document as it is now.</param>
    /// <param name="node">The node that was reported, in that document.</param>
    /// <param name="diagnostic">What was reported.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal abstract Task<FixStep?> StepAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken);

    internal sealed override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
            return [];
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return await StepAsync(document, node, diagnostic, cancellationToken).ConfigureAwait(false) is { } step
            ? [new FixOffer(step.Title, step.Key, (editor, _) => editor.ReplaceNode(editor.OriginalRoot, step.Root))]
            : [];
    }
}
