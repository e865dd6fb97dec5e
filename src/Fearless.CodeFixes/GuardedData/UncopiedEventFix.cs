using System.Collections.Generic;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Fearless.CodeFixes;

/// <summary>Fix of FEAR4008: <c>E?.Invoke(…)</c> reads the event once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UncopiedEventFix)), Shared]
public sealed class UncopiedEventFix() : FearlessCodeFix(Descriptors.FEAR4008_UncopiedEvent)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax raised || CallOf(raised) is not { Parent: ExpressionStatementSyntax statement } call)
            return [];
        var raise = SyntaxFactory.ParseExpression($"{raised.WithoutTrivia()}?.Invoke{call.ArgumentList.WithoutTrivia()}");
        return
        [
            new FixOffer("Raise it with '?.Invoke'", "Invoke", (editor, _) =>
            {
                if (TestAround(statement, raised) is { } test)
                    editor.ReplaceNode(test, statement.WithExpression(raise).WithTriviaFrom(test).WithAdditionalAnnotations(Formatter.Annotation));
                else
                    editor.ReplaceNode(call, raise.WithTriviaFrom(call));
            }),
        ];
    }

    private static InvocationExpressionSyntax? CallOf(ExpressionSyntax raised) => raised.Parent switch
    {
        InvocationExpressionSyntax call when call.Expression == raised => call,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Parent: InvocationExpressionSyntax call } member when member.Expression == raised => call,
        _ => null,
    };

    /// <summary>The <c>if</c> that tests for null and does nothing but raise.</summary>
    private static IfStatementSyntax? TestAround(ExpressionStatementSyntax statement, ExpressionSyntax raised)
    {
        var around = statement.Parent is BlockSyntax { Statements.Count: 1 } block ? block.Parent : statement.Parent;
        if (around is not IfStatementSyntax { Else: null } test || HasComments(test, statement))
            return null;
        var tested = test.Condition switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression, Right.RawKind: (int)SyntaxKind.NullLiteralExpression } binary => binary.Left,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression, Left.RawKind: (int)SyntaxKind.NullLiteralExpression } binary => binary.Right,
            IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } } pattern => pattern.Expression,
            _ => null,
        };
        return tested is not null && tested.IsEquivalentTo(raised, topLevel: false) ? test : null;
    }

    private static bool HasComments(IfStatementSyntax test, ExpressionStatementSyntax statement)
    {
        foreach (var trivia in test.DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && trivia.SpanStart > test.SpanStart && trivia.SpanStart < test.Span.End && !statement.Span.Contains(trivia.Span))
                return true;
        }

        return false;
    }
}
