using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A file without its markup, and where the markup was, in the order of the starts.</summary>
internal sealed record ParsedMarkup(string Text, ImmutableArray<MarkupSpan> Spans, ImmutableArray<int> Positions)
{
    public static ParsedMarkup Plain(string text) => new(text, [], []);
}
