using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

/// <summary>An order of places in the source that does not depend on the order in which files were given to the compiler.</summary>
internal static class SourceOrder
{
    public static int Compare(SyntaxNode left, SyntaxNode right)
    {
        var byFile = left.SyntaxTree == right.SyntaxTree ? 0 : string.CompareOrdinal(left.SyntaxTree.FilePath, right.SyntaxTree.FilePath);
        return byFile != 0 ? byFile : left.SpanStart != right.SpanStart ? left.SpanStart.CompareTo(right.SpanStart) : left.Span.End.CompareTo(right.Span.End);
    }
}
