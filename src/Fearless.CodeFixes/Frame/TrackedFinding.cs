using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Fearless.CodeFixes;

/// <summary>A finding whose places are found again in a document that has changed since.</summary>
internal sealed class TrackedFinding
{
    private readonly Diagnostic _diagnostic;
    private readonly Place _primary;
    private readonly List<Place?> _others = [];
    private readonly Place? _call;

    private TrackedFinding(Diagnostic diagnostic, SyntaxNode root, Dictionary<SyntaxNode, SyntaxAnnotation> marks)
    {
        _diagnostic = diagnostic;
        _primary = Place.Of(diagnostic.Location.SourceSpan, root, marks);
        foreach (var other in diagnostic.AdditionalLocations)
            _others.Add(other.SourceTree == root.SyntaxTree ? Place.Of(other.SourceSpan, root, marks) : null);
        _call = FixFacts.CallOf(diagnostic) is { } call && root.FullSpan.Contains(call) ? Place.Of(call, root, marks) : null;
    }

    /// <summary>Marks the places of all findings, which are the root's, in the tree.</summary>
    public static IReadOnlyList<TrackedFinding> Mark(IEnumerable<Diagnostic> diagnostics, SyntaxNode root, out SyntaxNode marked)
    {
        var marks = new Dictionary<SyntaxNode, SyntaxAnnotation>();
        var findings = diagnostics.Where(diagnostic => root.FullSpan.Contains(diagnostic.Location.SourceSpan))
            .Select(diagnostic => new TrackedFinding(diagnostic, root, marks)).ToList();
        marked = root.ReplaceNodes(marks.Keys, (node, current) => current.WithAdditionalAnnotations(marks[node]));
        return findings;
    }

    /// <summary>The finding as it would be reported now; null: its place is gone. A place of another file, and one that is gone, stays what it was.</summary>
    public async Task<Diagnostic?> FindAsync(Document document, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || _primary.In(root) is not { } span)
            return null;
        var others = _diagnostic.AdditionalLocations.Select((location, index) =>
            _others[index] is not { } place ? location : place.In(root) is { } now ? Location.Create(root.SyntaxTree, now) : Location.None);
        var properties = _diagnostic.Properties;
        if (_call is not null)
            properties = _call.In(root) is { } call ? FixFacts.WithCall(properties, call) : FixFacts.WithoutCall(properties);
        return Diagnostic.Create(_diagnostic.Descriptor, Location.Create(root.SyntaxTree, span), others, properties);
    }

    /// <summary>A span within the smallest node around it.</summary>
    private sealed class Place(SyntaxAnnotation mark, int offset, int length)
    {
        public static Place Of(TextSpan span, SyntaxNode root, Dictionary<SyntaxNode, SyntaxAnnotation> marks)
        {
            var node = root.FindNode(span, getInnermostNodeForTie: true);
            if (!marks.TryGetValue(node, out var mark))
                marks.Add(node, mark = new SyntaxAnnotation());
            return new Place(mark, span.Start - node.SpanStart, span.Length == node.Span.Length ? -1 : span.Length);
        }

        public TextSpan? In(SyntaxNode root)
        {
            foreach (var node in root.GetAnnotatedNodes(mark))
            {
                if (length < 0)
                    return node.Span;
                var start = node.SpanStart + offset;
                return start >= root.FullSpan.Start && start + length <= root.FullSpan.End ? new TextSpan(start, length) : null;
            }

            return null;
        }
    }
}
