using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Fearless.CodeFixes;

/// <summary>Without the lock the code does not go on: it throws a <c>TimeoutException</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class IgnoredOutcomeFix() : FearlessCodeFix(Descriptors.FEAR3020_IgnoredOutcome)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax { Parent: BlockSyntax } statement
            || ReleasesAnyway(statement))
        {
            return [];
        }

        var outcome = statement.Expression is AssignmentExpressionSyntax discard ? discard.Right : statement.Expression;
        if (statement.Expression is AssignmentExpressionSyntax { Left: not IdentifierNameSyntax { Identifier.ValueText: "_" } }
            || outcome.DescendantNodes().OfType<ArgumentSyntax>().Any(static argument => argument.RefKindKeyword.RawKind != 0))
        {
            return [];
        }

        var failure = SyntaxFactory.ThrowStatement(SyntaxFactory.ParseExpression("new System.TimeoutException()").WithAdditionalAnnotations(Simplifier.Annotation));
        var guarded = SyntaxFactory.IfStatement(
            SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, outcome.WithoutTrivia() is var value && value is AwaitExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(value) : value),
            SyntaxFactory.Block(failure));
        return [new FixOffer("Throw if the lock was not got", nameof(IgnoredOutcomeFix), (editor, session) =>
        {
            if (session.Once(statement))
                editor.ReplaceNode(statement, guarded.WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation));
        })];
    }

    /// <summary>It stands in the <c>try</c> whose <c>finally</c> releases the lock whatever happens.</summary>
    private static bool ReleasesAnyway(StatementSyntax statement) => statement.Ancestors().OfType<TryStatementSyntax>().Any(
        attempt => attempt.Block.Span.Contains(statement.Span) && attempt.Finally is { Block.Statements: var last } && last.Any(static released => released is ExpressionStatementSyntax));
}
