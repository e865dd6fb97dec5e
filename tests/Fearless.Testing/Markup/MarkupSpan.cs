using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A marked piece of text: <paramref name="Name"/> is null for <c>[|text|]</c>, an ID, or <c>#n</c>.</summary>
internal readonly record struct MarkupSpan(string? Name, TextSpan Span)
{
    public bool IsNumbered => Name is ['#', ..];
}
