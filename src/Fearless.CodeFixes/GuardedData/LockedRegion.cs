using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Fearless.CodeFixes;

/// <summary>Puts the statement, or the expression body, that a finding stands in under a lock.</summary>
internal static class LockedRegion
{
    /// <summary>Null: the code there cannot be put under a lock as it is.</summary>
    public static Action<DocumentEditor, FixSession>? Around(SyntaxNode node, MissingLock gate, SemanticModel model)
    {
        foreach (var around in node.AncestorsAndSelf())
        {
            switch (around)
            {
                case LambdaExpressionSyntax { ExpressionBody: { } body } lambda when body.Span.Contains(node.Span):
                    return Suspends(body, gate) || body is RefExpressionSyntax ? null : OfLambda(lambda, gate, model);
                case AnonymousFunctionExpressionSyntax or ConstructorInitializerSyntax or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }:
                    return null;
                case ArrowExpressionClauseSyntax arrow:
                    return Suspends(arrow, gate) || arrow.Expression is RefExpressionSyntax ? null : OfArrow(arrow, gate, model);
                case StatementSyntax statement:
                    return OfStatement(node, statement, gate, model);
            }
        }

        return null;
    }

    private static Action<DocumentEditor, FixSession>? OfStatement(SyntaxNode node, StatementSyntax statement, MissingLock gate, SemanticModel model)
    {
        if (Suspends(statement, gate) || statement.Parent is LabeledStatementSyntax or GlobalStatementSyntax || (node != statement && IsHeaderOfLoop(node, statement))
            || statement is LockStatementSyntax or UsingStatementSyntax or LocalFunctionStatementSyntax)
        {
            return null;
        }

        if (statement is LocalDeclarationStatementSyntax declaration)
            return OfDeclaration(declaration, gate, model);
        if (DeclaresForLater(statement, model))
            return null;
        return (editor, session) =>
        {
            if (session.Once(statement))
                editor.ReplaceNode(statement, (current, _) => Locked((StatementSyntax)current, gate, IsAsync(statement)));
        };
    }

    /// <summary><c>var x = _field;</c> is taken apart: the variable outlives the lock.</summary>
    private static Action<DocumentEditor, FixSession>? OfDeclaration(LocalDeclarationStatementSyntax declaration, MissingLock gate, SemanticModel model)
    {
        if (declaration.UsingKeyword.RawKind != 0 || declaration.IsConst || declaration.Declaration.Variables.Count != 1 || declaration.Parent is not BlockSyntax
            || declaration.Declaration.Variables[0] is not { Initializer.Value: { } value } variable || declaration.Declaration.Type is RefTypeSyntax
            || model.GetDeclaredSymbol(variable) is not ILocalSymbol local || local.Type.IsAnonymousType || local.Type.IsRefLikeType)
        {
            return null;
        }

        var type = declaration.Declaration.Type.IsVar
            ? SyntaxFactory.ParseTypeName(local.Type.WithNullableAnnotation(local.NullableAnnotation).ToMinimalDisplayString(model, declaration.SpanStart))
            : declaration.Declaration.Type;
        return (editor, session) =>
        {
            if (!session.Once(declaration))
                return;
            var empty = SyntaxFactory.LocalDeclarationStatement(
                SyntaxFactory.VariableDeclaration(type.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.SingletonSeparatedList(SyntaxFactory.VariableDeclarator(variable.Identifier.WithoutTrivia()))))
                .WithLeadingTrivia(declaration.GetLeadingTrivia()).WithTrailingTrivia(LineEndings.Of(declaration)).WithAdditionalAnnotations(Formatter.Annotation);
            editor.InsertBefore(declaration, empty);
            editor.ReplaceNode(declaration, (current, _) =>
            {
                var inner = ((LocalDeclarationStatementSyntax)current).Declaration.Variables[0].Initializer!.Value;
                var assignment = SyntaxFactory.ExpressionStatement(SyntaxFactory.AssignmentExpression(
                    SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName(variable.Identifier.WithoutTrivia()), inner.WithoutTrivia()));
                return Locked(assignment, gate, IsAsync(declaration)).WithLeadingTrivia(Indentation(declaration)).WithTrailingTrivia(declaration.GetTrailingTrivia());
            });
        };
    }

    private static Action<DocumentEditor, FixSession>? OfArrow(ArrowExpressionClauseSyntax arrow, MissingLock gate, SemanticModel model)
    {
        if (arrow.Parent is not { } member)
            return null;
        var returnsNothing = (arrow.Parent is PropertyDeclarationSyntax or IndexerDeclarationSyntax ? null : model.GetDeclaredSymbol(arrow.Parent) as IMethodSymbol) is { } method
            && (method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false }));
        return (editor, session) =>
        {
            if (session.Once(arrow))
                editor.ReplaceNode(member, (current, _) => WithBlock(current, gate, returnsNothing, IsAsync(arrow)) ?? current);
        };
    }

    private static Action<DocumentEditor, FixSession>? OfLambda(LambdaExpressionSyntax lambda, MissingLock gate, SemanticModel model)
    {
        if (model.GetSymbolInfo(lambda).Symbol is not IMethodSymbol method)
            return null;
        var returnsNothing = method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });
        return (editor, session) =>
        {
            if (session.Once(lambda))
                editor.ReplaceNode(lambda, (current, _) => ((LambdaExpressionSyntax)current).WithBody(Block(((LambdaExpressionSyntax)current).ExpressionBody!, gate, returnsNothing, lambda.AsyncKeyword.RawKind != 0)).WithAdditionalAnnotations(Formatter.Annotation));
        };
    }

    private static BlockSyntax Block(ExpressionSyntax value, MissingLock gate, bool returnsNothing, bool isAsync)
    {
        StatementSyntax inner = returnsNothing
            ? SyntaxFactory.ExpressionStatement(value.WithoutTrivia())
            : SyntaxFactory.ReturnStatement(SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), value.WithoutTrivia(), SyntaxFactory.Token(SyntaxKind.SemicolonToken));
        return Statements.Block([Locked(inner, gate, isAsync)]);
    }

    private static SyntaxNode? WithBlock(SyntaxNode member, MissingLock gate, bool returnsNothing, bool isAsync)
    {
        BlockSyntax Block(ArrowExpressionClauseSyntax arrow) => LockedRegion.Block(arrow.Expression, gate, returnsNothing, isAsync);

        AccessorListSyntax Getter(ArrowExpressionClauseSyntax arrow) =>
            SyntaxFactory.AccessorList(SyntaxFactory.SingletonList(SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, Block(arrow))));

        SyntaxNode? result = member switch
        {
            PropertyDeclarationSyntax { ExpressionBody: { } arrow } property => property.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(Getter(arrow)),
            IndexerDeclarationSyntax { ExpressionBody: { } arrow } indexer => indexer.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(Getter(arrow)),
            BaseMethodDeclarationSyntax { ExpressionBody: { } arrow } method => method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Block(arrow)),
            AccessorDeclarationSyntax { ExpressionBody: { } arrow } accessor => accessor.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Block(arrow)),
            LocalFunctionStatementSyntax { ExpressionBody: { } arrow } local => local.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Block(arrow)),
            _ => null,
        };
        if (result is null)
            return null;

        // No space is left where the arrow was, and the line ends after the closing brace.
        var before = result.GetLastToken().Parent is { } ? member.ChildNodes().OfType<ArrowExpressionClauseSyntax>().First().ArrowToken.GetPreviousToken() : default;
        var same = result.FindToken(before.SpanStart - member.FullSpan.Start + result.FullSpan.Start);
        if (same.IsKind(before.Kind()))
            result = result.ReplaceToken(same, same.WithTrailingTrivia(SyntaxFactory.ElasticMarker));
        return result.WithTrailingTrivia(member.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static StatementSyntax Locked(StatementSyntax statement, MissingLock gate, bool isAsync)
    {
        var inner = statement is BlockSyntax block
            ? block.Statements.Select(static each => each)
            : [Statements.AsFirst(statement.WithLeadingTrivia()).WithTrailingTrivia(statement.GetTrailingTrivia())];
        var body = Statements.Block(inner);
        var text = gate.Expression;
        StatementSyntax result;
        if (gate.Kind == "Statement")
        {
            result = SyntaxFactory.LockStatement(SyntaxFactory.ParseExpression(text), body);
        }
        else
        {
            var (enter, exit) = gate.Kind == "SemaphoreSlim"
                ? (isAsync ? $"await {text}.WaitAsync();" : $"{text}.Wait();", $"{text}.Release();")
                : gate.ForWrite ? ($"{text}.EnterWriteLock();", $"{text}.ExitWriteLock();") : ($"{text}.EnterReadLock();", $"{text}.ExitReadLock();");
            var last = SyntaxFactory.FinallyClause(Statements.Block([SyntaxFactory.ParseStatement(exit)]));
            result = SyntaxFactory.Block(SyntaxFactory.ParseStatement(enter), SyntaxFactory.TryStatement(body, default, last));
        }

        return result.WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(LineEnd(statement)).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static SyntaxTriviaList LineEnd(StatementSyntax statement) =>
        SyntaxFactory.TriviaList(statement.GetTrailingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));

    private static SyntaxTriviaList Indentation(SyntaxNode node) =>
        SyntaxFactory.TriviaList(node.GetLeadingTrivia().Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));

    private static bool Suspends(SyntaxNode code, MissingLock gate) =>
        code.DescendantNodesAndSelf(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) || node is StatementSyntax)
            .Any(node => (node is AwaitExpressionSyntax && gate.Kind != "SemaphoreSlim") || node is YieldStatementSyntax);

    private static bool IsHeaderOfLoop(SyntaxNode node, StatementSyntax statement) => statement switch
    {
        WhileStatementSyntax loop => !loop.Statement.Span.Contains(node.Span),
        DoStatementSyntax loop => !loop.Statement.Span.Contains(node.Span),
        ForStatementSyntax loop => !loop.Statement.Span.Contains(node.Span),
        _ => false,
    };

    private static bool DeclaresForLater(StatementSyntax statement, SemanticModel model)
    {
        if (statement.Parent is not BlockSyntax block || model.AnalyzeDataFlow(statement) is not { Succeeded: true } flow)
            return false;
        var declared = new HashSet<string>(flow.VariablesDeclared.Select(static variable => variable.Name));
        return declared.Count > 0 && block.Statements.SkipWhile(other => other != statement).Skip(1)
            .Any(later => later.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && declared.Contains(token.ValueText)));
    }

    private static bool IsAsync(SyntaxNode node)
    {
        foreach (var around in node.Ancestors())
        {
            switch (around)
            {
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax local:
                    return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword.RawKind != 0;
            }
        }

        return false;
    }
}
