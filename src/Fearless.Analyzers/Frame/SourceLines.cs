using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>Line numbers as editors count them; for messages.</summary>
internal static class SourceLines
{
    public static int Line(this SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
