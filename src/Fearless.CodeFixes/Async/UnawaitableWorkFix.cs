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

namespace Fearless.CodeFixes;

/// <summary>A parallel loop becomes one that awaits its body; <c>list.ForEach</c> becomes a loop of the language.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnawaitableWorkFix() : FearlessCodeFix(Descriptors.FEAR7005_UnawaitableWork)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not LambdaExpressionSyntax lambda
            || lambda.Parent?.Parent?.Parent is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ForEach" } loop } call
            || !call.CanAwait() || ParameterOf(lambda) is not { } parameter)
        {
            return [];
        }

        var arguments = call.ArgumentList.Arguments;
        if (loop.Expression is IdentifierNameSyntax { Identifier.ValueText: "Parallel" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Parallel" })
            return arguments.Count is 2 or 3 && arguments.Last().Expression == lambda ? [InParallel(statement, call, loop, lambda, parameter)] : [];
        return arguments.Count == 1 && !LeavesEarly(lambda) && statement.Parent is BlockSyntax ? [OneByOne(statement, loop.Expression, lambda, parameter)] : [];
    }

    private static FixOffer InParallel(ExpressionStatementSyntax statement, InvocationExpressionSyntax call, MemberAccessExpressionSyntax loop, LambdaExpressionSyntax lambda, ParameterSyntax parameter) =>
        new("Use 'Parallel.ForEachAsync'", nameof(UnawaitableWorkFix), (editor, session) =>
        {
            if (!session.Once(statement))
                return;
            editor.ReplaceNode(lambda, (current, _) => SyntaxFactory.ParenthesizedLambdaExpression(
                ((LambdaExpressionSyntax)current).AsyncKeyword.WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.ParameterList(SyntaxFactory.SeparatedList([Untyped(parameter), SyntaxFactory.Parameter(SyntaxFactory.Identifier("_"))])).WithTrailingTrivia(SyntaxFactory.Space),
                ((LambdaExpressionSyntax)current).ArrowToken,
                ((LambdaExpressionSyntax)current).Body).WithTriviaFrom(current).WithAdditionalAnnotations(Formatter.Annotation));
            editor.ReplaceNode(loop.Name, SyntaxFactory.IdentifierName("ForEachAsync"));
            editor.ReplaceNode(call, (current, _) => ((ExpressionSyntax)current).Awaited());
        });

    private static FixOffer OneByOne(ExpressionStatementSyntax statement, ExpressionSyntax list, LambdaExpressionSyntax lambda, ParameterSyntax parameter) =>
        new("Use a loop that awaits", nameof(UnawaitableWorkFix) + ".Loop", (editor, session) =>
        {
            if (!session.Once(statement))
                return;
            StatementSyntax body = lambda.Body as BlockSyntax ?? SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(((ExpressionSyntax)lambda.Body).WithoutTrivia()));
            editor.ReplaceNode(statement, SyntaxFactory.ForEachStatement(
                parameter.Type?.WithoutTrivia() ?? SyntaxFactory.IdentifierName("var"), parameter.Identifier.WithoutTrivia(), list.WithoutTrivia(), body)
                .WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation));
        });

    private static ParameterSyntax Untyped(ParameterSyntax parameter) => SyntaxFactory.Parameter(parameter.Identifier.WithoutTrivia());

    private static ParameterSyntax? ParameterOf(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } parameters } => parameters[0],
        _ => null,
    };

    private static bool LeavesEarly(LambdaExpressionSyntax lambda) => lambda.DescendantNodes().Any(static node => node is ReturnStatementSyntax);
}
