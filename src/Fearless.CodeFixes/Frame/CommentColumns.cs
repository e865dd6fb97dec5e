using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Fearless.CodeFixes;

/// <summary>
/// A comment on a line of its own that stood above what it is about still does. The formatter would line it up with a comment at the end of
/// the line before, as if the one went on in the other.
/// </summary>
internal static class CommentColumns
{
    public static SourceText AsIn(SourceText before, SyntaxNode oldRoot, SourceText after, SyntaxNode newRoot)
    {
        var above = new HashSet<string>(Comments(before, oldRoot).Where(static one => one.Column == one.Below).Select(static one => one.Text));
        var changes = new List<TextChange>();
        foreach (var comment in Comments(after, newRoot))
        {
            if (comment.Column != comment.Below && above.Contains(comment.Text))
                changes.Add(new TextChange(TextSpan.FromBounds(comment.LineStart, comment.LineStart + comment.Column), comment.Indentation));
        }

        return changes.Count == 0 ? after : after.WithChanges(changes);
    }

    private static IEnumerable<(string Text, int LineStart, int Column, int Below, string Indentation)> Comments(SourceText text, SyntaxNode root)
    {
        foreach (var trivia in root.DescendantTrivia())
        {
            if (!trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
                continue;
            var line = text.Lines.GetLineFromPosition(trivia.SpanStart);
            var column = trivia.SpanStart - line.Start;
            if (Width(text, line) != column)
                continue;
            var next = text.Lines.GetLineFromPosition(trivia.Token.SpanStart);
            if (next.LineNumber <= line.LineNumber || trivia.Token.IsKind(SyntaxKind.CloseBraceToken))
                continue;
            var below = Width(text, next);
            yield return (trivia.ToString(), line.Start, column, below, text.ToString(new TextSpan(next.Start, below)));
        }
    }

    private static int Width(SourceText text, TextLine line)
    {
        var at = line.Start;
        while (at < line.End && char.IsWhiteSpace(text[at]))
            at++;
        return at - line.Start;
    }
}
