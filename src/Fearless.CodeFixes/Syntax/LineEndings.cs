using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Fearless.CodeFixes;

/// <summary>New lines end as the file's lines do.</summary>
internal static class LineEndings
{
    public static SyntaxTrivia Of(SyntaxNode node) => In(node.SyntaxTree.GetRoot());

    /// <summary>The ending of the first line.</summary>
    public static SyntaxTrivia In(SyntaxNode root)
    {
        var end = root.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return end.IsKind(SyntaxKind.EndOfLineTrivia) ? end : SyntaxFactory.EndOfLine("\n");
    }

    /// <summary>The new text, in which lines that were not there before end as the first line of the old text does.</summary>
    public static SourceText AsIn(SourceText before, SourceText after)
    {
        var wanted = End(before, before.Lines[0]);
        if (wanted.Length == 0)
            return after;
        var known = new HashSet<(string Content, string End)>(before.Lines.Select(line => (line.ToString(), End(before, line))));
        List<TextChange>? changes = null;
        foreach (var line in after.Lines)
        {
            var end = End(after, line);
            if (end.Length > 0 && end != wanted && !known.Contains((line.ToString(), end)))
                (changes ??= []).Add(new TextChange(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak), wanted));
        }

        return changes is null ? after : after.WithChanges(changes);
    }

    private static string End(SourceText text, TextLine line) => text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
}
