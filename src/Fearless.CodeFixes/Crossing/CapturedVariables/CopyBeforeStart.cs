using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>The work only reads the variable: it gets a copy of its own, made when it starts.</summary>
internal static class CopyBeforeStart
{
    public static FixOffer? For(CaptureContext context)
    {
        // The delegate must stand in the call itself: one that is made earlier would be given the value of that time.
        var functions = context.Call.DescendantNodes().Where(static node => node is AnonymousFunctionExpressionSyntax).ToList();
        var uses = context.UsesIn(context.Call).Where(use => functions.Any(function => function.Contains(use))).ToList();
        if (uses.Count == 0 || uses.Any(CaptureContext.IsWritten) || uses.Contains(context.Use) != IsLoopVariable(context))
            return null;
        if (context.Call.FirstAncestorOrSelf<StatementSyntax>(static statement => statement is not BlockSyntax) is not { } statement
            || statement is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } or ReturnStatementSyntax)
            || functions.Any(function => function.Contains(statement)))
        {
            return null;
        }

        return new FixOffer(
            $"Copy '{context.Variable.Name}' to a local before the work starts",
            nameof(CopyBeforeStart),
            (editor, session) =>
            {
                var name = FreshNames.At(context.Model, statement, context.Variable.Name + "Copy");
                foreach (var use in uses)
                {
                    if (session.Once(use))
                        editor.ReplaceNode(use, SyntaxFactory.IdentifierName(name).WithTriviaFrom(use));
                }

                if (session.Once((statement, context.Variable.Name)))
                    Declare(editor, statement, name, context.Variable.Name);
            });
    }

    /// <summary>The finding stands inside the work when it is the loop that goes on to change its variable.</summary>
    private static bool IsLoopVariable(CaptureContext context) =>
        context.Call.FullSpan.Contains(context.Use.Span) && !context.IsWithItself;

    private static void Declare(DocumentEditor editor, StatementSyntax statement, string name, string variable)
    {
        var declaration = SyntaxFactory.ParseStatement($"var {name} = {variable};").WithTrailingTrivia(LineEndings.Of(statement)).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Formatting.Formatter.Annotation);
        switch (statement.Parent)
        {
            case BlockSyntax or SwitchSectionSyntax:
                editor.InsertBefore(statement, declaration.WithLeadingTrivia(statement.GetLeadingTrivia()));
                editor.ReplaceNode(statement, static (current, _) => current.WithLeadingTrivia(Indentation(current.GetLeadingTrivia())));
                break;
            default:
                editor.ReplaceNode(statement, (current, _) => SyntaxFactory.Block(declaration, ((StatementSyntax)current).WithoutLeadingTrivia())
                    .WithTrailingTrivia(LineEndings.Of(statement))
                    .WithAdditionalAnnotations(Microsoft.CodeAnalysis.Formatting.Formatter.Annotation));
                break;
        }
    }

    /// <summary>Comments and blank lines above the statement stay above, now in front of the copy.</summary>
    private static SyntaxTriviaList Indentation(SyntaxTriviaList trivia)
    {
        var last = trivia.LastOrDefault();
        return last.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(last) : SyntaxFactory.TriviaList();
    }
}
