using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace Fearless.CodeFixes;

/// <summary>
/// Applies the fixes of a document one after the other, each to what the one before has left. For fixes that move statements about: their
/// edits cannot all be recorded against the original tree, and a name that one introduces must be known to the next.
/// </summary>
public abstract class StepwiseCodeFix(params DiagnosticDescriptor[] rules) : FearlessCodeFix(rules)
{
    /// <summary>What this fix makes of the document; null: nothing that is certain to be right.</summary>
    /// <param name="document">The document as it is now.</param>
    /// <param name="node">The node that was reported, in that document.</param>
    /// <param name="ruleId">What was reported.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal abstract Task<FixStep?> StepAsync(Document document, SyntaxNode node, string ruleId, CancellationToken cancellationToken);

    internal sealed override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
            return [];
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return await StepAsync(document, node, diagnostic.Id, cancellationToken).ConfigureAwait(false) is { } step
            ? [new FixOffer(step.Title, step.Key, (editor, _) => editor.ReplaceNode(editor.OriginalRoot, step.Root))]
            : [];
    }

    private protected sealed override async Task<Document> FixDocumentAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null)
            return document;
        var marks = new Dictionary<SyntaxNode, SyntaxAnnotation>();
        var steps = new List<(SyntaxAnnotation Mark, string RuleId)>();
        foreach (var diagnostic in diagnostics.OrderBy(static d => d.Location.SourceSpan.Start))
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (!marks.TryGetValue(node, out var mark))
                marks.Add(node, mark = new SyntaxAnnotation());
            steps.Add((mark, diagnostic.Id));
        }

        document = document.WithSyntaxRoot(root.ReplaceNodes(marks.Keys, (node, current) => current.WithAdditionalAnnotations(marks[node])));
        foreach (var (mark, ruleId) in steps)
        {
            root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (root?.GetAnnotatedNodes(mark).FirstOrDefault() is { } node
                && await StepAsync(document, node, ruleId, cancellationToken).ConfigureAwait(false) is { } step && step.Key == key)
            {
                document = document.WithSyntaxRoot(step.Root);
            }
        }

        return document;
    }
}
