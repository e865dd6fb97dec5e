using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fearless.CodeFixes;

/// <summary>New lines end as the file's lines do.</summary>
internal static class LineEndings
{
    public static SyntaxTrivia Of(SyntaxNode node)
    {
        var end = node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return end.IsKind(SyntaxKind.EndOfLineTrivia) ? end : SyntaxFactory.EndOfLine("\n");
    }
}
