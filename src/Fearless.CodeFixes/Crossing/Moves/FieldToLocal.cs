using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Fearless.CodeFixes;

/// <summary>Work that captures <c>this</c> for the sake of one read-only field gets a local copy of the field instead.</summary>
internal static class FieldToLocal
{
    public static FixOffer? For(SyntaxNode use, SemanticModel model)
    {
        if (use.AncestorsAndSelf().OfType<AnonymousFunctionExpressionSyntax>().LastOrDefault() is not { } lambda
            || lambda.Ancestors().OfType<StatementSyntax>().FirstOrDefault() is not { Parent: BlockSyntax } statement
            || model.GetSymbolInfo(use).Symbol is not IFieldSymbol { IsReadOnly: true, IsStatic: false } field)
        {
            return null;
        }

        var uses = lambda.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, field)).ToList();
        if (uses.Any(static name => name.Parent is MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } access && access.Name == name) || UsesMore(lambda, field, model))
            return null;
        return new FixOffer($"Copy '{field.Name}' to a local before the work starts", nameof(FieldToLocal), (editor, session) =>
        {
            var local = FreshNames.At(model, statement, field.Name.TrimStart('_'));
            foreach (var name in uses)
            {
                SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access : name;
                if (session.Once(whole))
                    editor.ReplaceNode(whole, SyntaxFactory.IdentifierName(local).WithTriviaFrom(whole));
            }

            if (!session.Once((statement, field.Name)))
                return;
            var declaration = SyntaxFactory.ParseStatement($"var {local} = {field.Name};")
                .WithLeadingTrivia(statement.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1))
                .WithTrailingTrivia(LineEndings.Of(statement))
                .WithAdditionalAnnotations(Formatter.Annotation);
            editor.InsertBefore(statement, declaration);
        });
    }

    /// <summary>Something else of the object would be captured all the same.</summary>
    private static bool UsesMore(AnonymousFunctionExpressionSyntax lambda, IFieldSymbol field, SemanticModel model)
    {
        foreach (var node in lambda.DescendantNodes())
        {
            if (node is BaseExpressionSyntax or ThisExpressionSyntax { Parent: not MemberAccessExpressionSyntax })
                return true;
            if (node is not SimpleNameSyntax name || (name.Parent is MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } access && access.Name == name))
                continue;
            if (model.GetSymbolInfo(name).Symbol is { IsStatic: false, ContainingSymbol: INamedTypeSymbol } member and not INamedTypeSymbol
                && !SymbolEqualityComparer.Default.Equals(member, field) && name.Parent is not (NameColonSyntax or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax }))
                return true;
        }

        return false;
    }
}
