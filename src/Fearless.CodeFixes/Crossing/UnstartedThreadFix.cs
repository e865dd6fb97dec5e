using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Fix of FEAR2009: start it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnstartedThreadFix)), Shared]
public sealed class UnstartedThreadFix() : StepwiseCodeFix(Descriptors.FEAR2009_UnstartedThread)
{
    internal override async Task<FixStep?> StepAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || node is not ObjectCreationExpressionSyntax creation || creation.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } statement)
            return null;
        var start = SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, creation.WithoutTrivia(), SyntaxFactory.IdentifierName("Start")));
        return new FixStep("Start it", nameof(UnstartedThreadFix), root.ReplaceNode(statement.Expression, start.WithTriviaFrom(statement.Expression)));
    }
}
