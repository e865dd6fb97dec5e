using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Fearless.CodeFixes;

/// <summary>Statements that take and release locks without a guard.</summary>
internal static class LockStatements
{
    /// <summary>The call that releases what the acquisition takes; null: there is none that looks like it.</summary>
    public static string? ReleaseFor(InvocationExpressionSyntax acquisition)
    {
        if (acquisition.Expression is not MemberAccessExpressionSyntax { Expression: var target, Name.Identifier.ValueText: var name })
            return null;
        return name switch
        {
            "Enter" when acquisition.ArgumentList.Arguments.Count == 1 && target.ToString().EndsWith("Monitor", System.StringComparison.Ordinal)
                => $"{target}.Exit({acquisition.ArgumentList.Arguments[0]})",
            "Enter" when acquisition.ArgumentList.Arguments.Count == 0 => $"{target}.Exit()",
            "EnterReadLock" => $"{target}.ExitReadLock()",
            "EnterWriteLock" => $"{target}.ExitWriteLock()",
            "EnterUpgradeableReadLock" => $"{target}.ExitUpgradeableReadLock()",
            "Wait" or "WaitAsync" => $"{target}.Release()",
            "WaitOne" => $"{target}.ReleaseMutex()",
            _ => null,
        };
    }

    /// <summary>The statement that consists of nothing but the acquisition, awaited or not; null: it is part of something else.</summary>
    public static ExpressionStatementSyntax? StatementOf(InvocationExpressionSyntax acquisition)
    {
        SyntaxNode current = acquisition;
        while (current.Parent is AwaitExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } or InvocationExpressionSyntax)
            current = current.Parent;
        return current.Parent as ExpressionStatementSyntax;
    }

    public static bool IsRelease(StatementSyntax statement, string release) =>
        statement is ExpressionStatementSyntax { Expression: var call } && IsRelease(call, release);

    /// <summary>With or without a question mark: <c>x?.Release()</c> releases what <c>x.Release()</c> does.</summary>
    public static bool IsRelease(ExpressionSyntax expression, string release) =>
        expression is InvocationExpressionSyntax or ConditionalAccessExpressionSyntax && Plain(expression.ToString()).Replace("?.", ".") == Plain(release).Replace("?.", ".");

    /// <summary><c>try { body } finally { release; }</c></summary>
    public static StatementSyntax TryFinally(IEnumerable<StatementSyntax> body, string release, SyntaxNode root, SyntaxTriviaList comments = default)
    {
        StatementSyntax end = SyntaxFactory.ExpressionStatement(SyntaxFactory.ParseExpression(release)).WithLeadingTrivia(comments);
        var whole = SyntaxFactory.TryStatement(Block(body), default, SyntaxFactory.FinallyClause(Block([end])));
        var endOfLine = LineEndings.Of(root);
        var ends = whole.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia) && trivia.ToString() != endOfLine.ToString());
        return whole.ReplaceTrivia(ends, (_, _) => endOfLine).WithAdditionalAnnotations(Formatter.Annotation);
    }

    public static BlockSyntax Block(IEnumerable<StatementSyntax> body) => Statements.Block(body.Select(static (statement, index) => index == 0 ? Statements.AsFirst(statement) : statement));

    private static string Plain(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));
}
