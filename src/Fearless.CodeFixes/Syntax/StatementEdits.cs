using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>
/// Takes statements out and puts them elsewhere. Comments are the author's: those of a statement that moves move with it, those of one that
/// goes are handed on to what comes after it.
/// </summary>
internal static class StatementEdits
{
    /// <summary>Takes the statement out of its list.</summary>
    public static SyntaxNode Remove(SyntaxNode root, StatementSyntax statement)
    {
        var whole = statement.Parent is GlobalStatementSyntax global ? global : (SyntaxNode)statement;
        var mark = new SyntaxAnnotation();
        var next = whole.GetLastToken().GetNextToken();
        var heritage = Heritage(statement, next);
        root = root.ReplaceSyntax(
            [whole], (_, current) => current.WithAdditionalAnnotations(mark),
            [next], (_, current) => current.WithLeadingTrivia(heritage.AddRange(current.LeadingTrivia)),
            [], static (_, current) => current);
        return root.RemoveNode(root.GetAnnotatedNodes(mark).Single(), SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    /// <summary>Takes the statement out of its list, as part of a greater change.</summary>
    public static void Remove(DocumentEditor editor, StatementSyntax statement)
    {
        var heritage = Heritage(statement, statement.GetLastToken().GetNextToken());
        if (Statements.After(statement).FirstOrDefault() is { } next)
            editor.ReplaceNode(next, (current, _) => current.WithLeadingTrivia(heritage.AddRange(current.GetLeadingTrivia())));
        else if (statement.Parent is BlockSyntax block)
            editor.ReplaceNode(block, (current, _) => Closed((BlockSyntax)current, heritage));
        editor.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia);
    }

    /// <summary>The statement as it goes to another place of the same depth: on lines of its own, with its comments, without blank lines before.</summary>
    public static StatementSyntax Moved(StatementSyntax statement, SyntaxTrivia endOfLine)
    {
        var moved = Statements.AsFirst(statement);
        return moved.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? moved : moved.WithTrailingTrivia(moved.GetTrailingTrivia().Add(endOfLine));
    }

    /// <summary>The statement with other blank lines before its comments.</summary>
    public static T Below<T>(T statement, IEnumerable<SyntaxTrivia> blank)
        where T : StatementSyntax => statement.WithLeadingTrivia(SyntaxFactory.TriviaList([.. blank, .. Statements.AsFirst(statement).GetLeadingTrivia()]));

    /// <summary>The blank space that the statement's line begins with.</summary>
    public static SyntaxTriviaList Indentation(SyntaxNode statement) =>
        SyntaxFactory.TriviaList(statement.GetLeadingTrivia().Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));

    /// <summary>The comments of statements that go, each on a line of its own.</summary>
    public static SyntaxTriviaList CommentsOf(StatementSyntax statement) => Heritage(statement, default).Any(static trivia => IsComment(trivia)) ? WithoutBlanks(Heritage(statement, default)) : default;

    private static BlockSyntax Closed(BlockSyntax block, SyntaxTriviaList heritage) =>
        block.WithCloseBraceToken(block.CloseBraceToken.WithLeadingTrivia(heritage.AddRange(block.CloseBraceToken.LeadingTrivia)));

    private static SyntaxTriviaList Heritage(StatementSyntax statement, SyntaxToken next)
    {
        var leading = statement.GetLeadingTrivia();
        var indentation = Indentation(statement);
        var before = leading.Take(leading.Count - indentation.Count).ToList();
        var after = new List<SyntaxTrivia>();
        foreach (var trivia in statement.GetTrailingTrivia().Where(IsComment))
        {
            if (!trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
                after.AddRange([.. indentation, trivia, EndOf(statement)]);
            else
                after.AddRange([trivia, SyntaxFactory.Space]);
        }

        // A blank line before what goes separates what stays; there need not be two, and none before a closing brace.
        if (!before.Exists(IsComment))
        {
            var hasBlank = next.LeadingTrivia.FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia) || next.IsKind(SyntaxKind.CloseBraceToken);
            before = hasBlank ? [] : [.. before.Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))];
        }

        // Within a line, the comment is followed by a blank.
        if (before.Count > 0 && before[before.Count - 1].IsKind(SyntaxKind.MultiLineCommentTrivia))
            before.Add(SyntaxFactory.Space);
        return [.. before, .. after];
    }

    private static SyntaxTriviaList WithoutBlanks(SyntaxTriviaList trivia) => [.. trivia.SkipWhile(static one => one.IsKind(SyntaxKind.EndOfLineTrivia))];

    private static SyntaxTrivia EndOf(StatementSyntax statement) => statement.GetTrailingTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    public static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia;
}
