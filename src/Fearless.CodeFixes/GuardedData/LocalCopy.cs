using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>A value that is read several times in a row is read once, into a local variable.</summary>
internal static class LocalCopy
{
    /// <summary>The statements of its block from the one that holds the first read on, as long as nothing is stored there.</summary>
    /// <param name="model">What the names mean.</param>
    /// <param name="first">The first read.</param>
    /// <param name="field">For the local's name.</param>
    public static FixOffer? For(SemanticModel model, ExpressionSyntax first, string field)
    {
        if (StatementOf(first) is not { Parent: BlockSyntax block } statement || IsInFunction(first, statement))
            return null;
        var name = LocalNames.For(model, statement, field);
        var reads = ReadsFrom(block, statement, first);
        if (reads.Count == 0 || block.Statements.Any(static other => other is LocalFunctionStatementSyntax))
            return null;
        return new FixOffer($"Read '{first}' once into a local variable", nameof(LocalCopy), (editor, session) =>
        {
            if (!session.Once((statement, first.ToString())))
                return;
            foreach (var read in reads)
                editor.ReplaceNode(read, (current, _) => SyntaxFactory.IdentifierName(name).WithTriviaFrom(current));
            // Comments stay above, in front of the copy.
            var leading = statement.GetLeadingTrivia();
            var indent = leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(leading[leading.Count - 1]) : default;
            var copy = SyntaxFactory.ParseStatement($"var {name} = {first.WithoutTrivia()};").WithLeadingTrivia(leading).WithTrailingTrivia(LineEndings.Of(statement));
            editor.InsertBefore(statement, copy);
            editor.ReplaceNode(statement, (current, _) => current.WithLeadingTrivia(indent));
        });
    }

    /// <summary>The statement that is evaluated first when the expression is: not an arm of one that may not be reached.</summary>
    private static StatementSyntax? StatementOf(ExpressionSyntax expression) => expression.FirstAncestorOrSelf<StatementSyntax>() switch
    {
        WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax => null,
        IfStatementSyntax { Parent: ElseClauseSyntax } nested => OutermostIf(nested),
        var statement => statement,
    };

    private static StatementSyntax OutermostIf(IfStatementSyntax nested)
    {
        while (nested.Parent is ElseClauseSyntax { Parent: IfStatementSyntax outer })
            nested = outer;
        return nested;
    }

    private static bool IsInFunction(ExpressionSyntax expression, StatementSyntax statement) =>
        expression.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is { } function && statement.Span.Contains(function.Span);

    private static List<ExpressionSyntax> ReadsFrom(BlockSyntax block, StatementSyntax statement, ExpressionSyntax first)
    {
        var reads = new List<ExpressionSyntax>();
        foreach (var node in block.DescendantNodes())
        {
            if (node.SpanStart < first.SpanStart || node.SpanStart < statement.SpanStart || node is not ExpressionSyntax expression || !expression.IsEquivalentTo(first, topLevel: false) || IsPartOfName(expression))
                continue;
            if (expression.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is { } function && block.Span.Contains(function.Span))
                continue;
            if (IsStored(expression))
                break;
            reads.Add(expression);
        }

        return reads;
    }

    private static bool IsPartOfName(ExpressionSyntax expression) => expression.Parent is MemberAccessExpressionSyntax member && member.Name == expression;

    private static bool IsStored(ExpressionSyntax expression) => expression.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == expression,
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0,
        PostfixUnaryExpressionSyntax postfix => postfix.IsStep(),
        PrefixUnaryExpressionSyntax prefix => prefix.IsStep(),
        _ => false,
    };
}
