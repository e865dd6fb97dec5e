using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Fearless.FixCheck;

/// <summary>Statements of a block are in one column, braces below what they belong to; no blanks at the ends of lines.</summary>
internal static class LayoutCheck
{
    public static IEnumerable<string> Problems(Change change)
    {
        var known = Flaws(change.Before).ToHashSet(StringComparer.Ordinal);
        return Flaws(change.After).Where(flaw => !known.Contains(flaw)).Distinct();
    }

    private static IEnumerable<string> Flaws(SyntaxNode root)
    {
        var text = root.SyntaxTree.GetText();
        foreach (var line in text.Lines)
        {
            var content = line.ToString();
            if (content.Length > 0 && char.IsWhiteSpace(content[^1]) && content.Trim().Length > 0)
                yield return "blanks at the end of: " + content.Trim();
        }

        foreach (var node in root.DescendantNodes())
        {
            foreach (var flaw in node is BlockSyntax block ? Flaws(block, text) : node is SwitchSectionSyntax section ? Misplaced(section.Statements, text) : [])
                yield return flaw;
        }
    }

    private static IEnumerable<string> Flaws(BlockSyntax block, SourceText text)
    {
        foreach (var flaw in Misplaced(block.Statements, text))
            yield return flaw;
        if (Column(block.OpenBraceToken, text) is not { } brace)
            yield break;
        if (Column(block.CloseBraceToken, text) is { } closing && closing != brace)
            yield return "closing brace out of line after: " + block.Statements.LastOrDefault();
        if (block.Parent is StatementSyntax or ElseClauseSyntax or FinallyClauseSyntax or CatchClauseSyntax or MemberDeclarationSyntax && Column(block.Parent.GetFirstToken(), text) is { } around
            && brace != around + (block.Parent is BlockSyntax ? brace - around : 0))
            yield return "brace out of line below: " + block.Parent.ToString().Split('\n')[0];
        if (block.Statements.Count > 0 && Column(block.Statements[0].GetFirstToken(), text) is { } inner && inner <= brace && block.Statements[0] is not LabeledStatementSyntax)
            yield return "not indented: " + block.Statements[0];
    }

    private static IEnumerable<string> Misplaced(SyntaxList<StatementSyntax> statements, SourceText text)
    {
        int? first = null;
        foreach (var statement in statements)
        {
            if (statement is LabeledStatementSyntax || Column(statement.GetFirstToken(), text) is not { } column)
                continue;
            first ??= column;
            if (column != first)
                yield return "out of line: " + statement.ToString().Split('\n')[0];
            foreach (var trivia in statement.GetLeadingTrivia())
            {
                if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia && Column(trivia.SpanStart, text) is { } comment && comment != first)
                    yield return "out of line: " + trivia;
            }
        }
    }

    /// <summary>Null: it does not begin its line.</summary>
    private static int? Column(SyntaxToken token, SourceText text) => Column(token.SpanStart, text);

    private static int? Column(int position, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(position);
        return string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, position))) ? position - line.Start : null;
    }
}
