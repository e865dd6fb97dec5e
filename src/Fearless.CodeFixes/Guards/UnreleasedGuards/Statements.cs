using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Fearless.CodeFixes;

/// <summary>Lists of statements, be they a block's, a switch section's or a program's top level.</summary>
internal static class Statements
{
    public static bool IsInList(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    /// <summary>A switch section has no room for a <c>using</c> declaration.</summary>
    public static bool MayDeclareUsing(StatementSyntax statement) => statement.Parent is BlockSyntax or GlobalStatementSyntax;

    public static IReadOnlyList<StatementSyntax> Around(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => [.. unit.Members.OfType<GlobalStatementSyntax>().Select(static global => global.Statement)],
        _ => [statement],
    };

    public static IReadOnlyList<StatementSyntax> After(StatementSyntax statement) => [.. Around(statement).SkipWhile(other => other != statement).Skip(1)];

    /// <summary>Puts the new statements where the old ones, which follow each other, are; comments before them stay before them.</summary>
    public static SyntaxNode Replace(SyntaxNode root, IReadOnlyList<StatementSyntax> old, params StatementSyntax[] fresh)
    {
        var endOfLine = LineEndings.In(root);
        for (var i = 0; i < fresh.Length; i++)
            fresh[i] = fresh[i].WithLeadingTrivia(StatementEdits.Indentation(fresh[i]));
        var inside = new HashSet<string>(fresh.SelectMany(Comments));
        var leading = Without(old[0].GetLeadingTrivia(), inside);
        var trailing = Without(old[old.Count - 1].GetTrailingTrivia(), inside);
        for (var i = 0; i < fresh.Length; i++)
        {
            if (i == 0)
                fresh[i] = fresh[i].WithLeadingTrivia(leading.AddRange(Lost(old, fresh, leading, trailing, endOfLine)));
            else if (fresh[i - 1] is UsingStatementSyntax)
                fresh[i] = fresh[i].WithLeadingTrivia(fresh[i].GetLeadingTrivia().Insert(0, endOfLine));

            if (i < fresh.Length - 1 || fresh[i] is UsingStatementSyntax)
                fresh[i] = fresh[i].WithTrailingTrivia(endOfLine);
            else if (!fresh[i].GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
                fresh[i] = fresh[i].WithTrailingTrivia(trailing);
        }

        // A global statement is the member around the statement.
        var isGlobal = old[0].Parent is GlobalStatementSyntax;
        SyntaxNode Member(StatementSyntax statement) => isGlobal ? statement.Parent! : statement;
        var next = fresh[fresh.Length - 1] is UsingStatementSyntax ? After(old[old.Count - 1]).FirstOrDefault() : null;
        root = root.TrackNodes(old.Select(Member).Concat(next is null ? [] : [Member(next)]));
        root = root.ReplaceNode(root.GetCurrentNode(Member(old[0]))!, fresh.Select(statement => isGlobal ? (SyntaxNode)SyntaxFactory.GlobalStatement(statement) : statement));
        foreach (var statement in old.Skip(1))
            root = root.RemoveNode(root.GetCurrentNode(Member(statement))!, SyntaxRemoveOptions.KeepNoTrivia)!;

        // A block and what follows it stand apart.
        if (next is null || next.GetLeadingTrivia().FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia))
            return root;
        var follower = root.GetCurrentNode(Member(next))!;
        return root.ReplaceNode(follower, follower.WithLeadingTrivia(follower.GetLeadingTrivia().Insert(0, endOfLine)));
    }

    /// <summary><c>using var guard = …;</c></summary>
    public static StatementSyntax Declare(string name, ExpressionSyntax guard) => SyntaxFactory.LocalDeclarationStatement(Variable(name, guard))
        .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
        .WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary><c>using (var guard = …) { … }</c></summary>
    public static StatementSyntax Using(string name, ExpressionSyntax guard, IEnumerable<StatementSyntax> body) =>
        SyntaxFactory.UsingStatement(Variable(name, guard), null, Block(body)).WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary><c>using (guard) { … }</c></summary>
    public static StatementSyntax Using(string variable, IEnumerable<StatementSyntax> body) =>
        SyntaxFactory.UsingStatement(null, SyntaxFactory.IdentifierName(variable), Block(body)).WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>Of several lines: in a lambda, the formatter would leave it on one.</summary>
    public static BlockSyntax Block(IEnumerable<StatementSyntax> body) => SyntaxFactory.Block(
        SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed),
        SyntaxFactory.List(body.Select(static statement => statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            ? statement
            : statement.WithTrailingTrivia(statement.GetTrailingTrivia().Add(SyntaxFactory.ElasticCarriageReturnLineFeed)))),
        SyntaxFactory.Token(SyntaxKind.CloseBraceToken));

    /// <summary>A blank line before the first statement of a block is none of a person's.</summary>
    public static StatementSyntax AsFirst(StatementSyntax statement)
    {
        var leading = statement.GetLeadingTrivia();
        var blank = leading.TakeWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia) || trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToList();
        var lines = blank.FindLastIndex(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return lines < 0 ? statement : statement.WithLeadingTrivia(leading.Skip(lines + 1));
    }

    private static VariableDeclarationSyntax Variable(string name, ExpressionSyntax guard) => SyntaxFactory.VariableDeclaration(
        SyntaxFactory.IdentifierName("var").WithTrailingTrivia(SyntaxFactory.Space),
        SyntaxFactory.SingletonSeparatedList(SyntaxFactory.VariableDeclarator(
            SyntaxFactory.Identifier(name).WithTrailingTrivia(SyntaxFactory.Space),
            null,
            SyntaxFactory.EqualsValueClause(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space), guard))));

    /// <summary>Trivia without the comments that stand elsewhere.</summary>
    private static SyntaxTriviaList Without(SyntaxTriviaList trivia, HashSet<string> comments)
    {
        var kept = new List<SyntaxTrivia>();
        foreach (var one in trivia)
        {
            if (!comments.Contains(one.ToString()) || !StatementEdits.IsComment(one))
                kept.Add(one);
            else if (kept.Count > 0 && kept[kept.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia))
                kept.RemoveAt(kept.Count - 1);
        }

        return [.. kept.SkipWhile((one, index) => one.IsKind(SyntaxKind.EndOfLineTrivia) && kept.Count < trivia.Count && index < trivia.Count - kept.Count)];
    }

    /// <summary>Comments of the old statements that the new ones would not have: they come before them.</summary>
    private static IEnumerable<SyntaxTrivia> Lost(IReadOnlyList<StatementSyntax> old, IReadOnlyList<StatementSyntax> fresh, SyntaxTriviaList leading, SyntaxTriviaList trailing, SyntaxTrivia endOfLine)
    {
        var known = new HashSet<string>(fresh.SelectMany(Comments).Concat(leading.Concat(trailing).Select(static trivia => trivia.ToString())));
        foreach (var comment in old.SelectMany(static statement => statement.DescendantTrivia()).Where(trivia => StatementEdits.IsComment(trivia) && !known.Contains(trivia.ToString())))
        {
            yield return comment;
            yield return endOfLine;
            foreach (var blank in StatementEdits.Indentation(old[0]))
                yield return blank;
        }
    }

    private static IEnumerable<string> Comments(StatementSyntax statement) => statement.DescendantTrivia().Where(StatementEdits.IsComment).Select(static trivia => trivia.ToString());
}
