using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Fearless.CodeFixes;

/// <summary>A loop over a shared collection goes over a copy that is made under the lock: what it does for each item is done without.</summary>
internal static class SnapshotLoop
{
    /// <summary>Null: it is no such loop, or one whose body may as well run under the lock.</summary>
    /// <param name="use">The collection, as it is named in the loop's header.</param>
    /// <param name="gate">The lock.</param>
    /// <param name="model">What the names mean.</param>
    public static Action<DocumentEditor, FixSession>? For(SyntaxNode use, MissingLock gate, SemanticModel model)
    {
        if (LoopOver(use) is not { Parent: BlockSyntax, AwaitKeyword.RawKind: 0 } loop || ((CSharpParseOptions)use.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp12
            || model.GetForEachStatementInfo(loop).ElementType is not { } element || gate.Kind != "Statement"
            || Quickness.Has(loop.Statement, model, default) || loop.Statement.DescendantNodes().Any(node => node.IsEquivalentTo(use, topLevel: false)))
        {
            return null;
        }

        var name = LocalNames.For(model, loop, (use as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? use.ToString());
        var type = element.ToMinimalDisplayString(model, loop.SpanStart);
        return (editor, session) =>
        {
            if (!session.Once(loop))
                return;
            var end = LineEndings.In(editor.OriginalRoot);
            var leading = loop.GetLeadingTrivia();
            var indentation = StatementEdits.Indentation(loop);
            editor.InsertBefore(loop, SyntaxFactory.ParseStatement($"{type}[] {name};").WithLeadingTrivia(leading).WithTrailingTrivia(end));
            var copy = SyntaxFactory.ExpressionStatement(SyntaxFactory.ParseExpression($"{name} = [.. {loop.Expression.WithoutTrivia()}]"));
            editor.InsertBefore(loop, SyntaxFactory.LockStatement(SyntaxFactory.ParseExpression(gate.Expression), Statements.Block([copy]))
                .WithLeadingTrivia(indentation).WithTrailingTrivia(end, end).WithAdditionalAnnotations(Formatter.Annotation));
            editor.ReplaceNode(loop.Expression, SyntaxFactory.IdentifierName(name).WithTriviaFrom(loop.Expression));
            editor.ReplaceNode(loop, (current, _) => current.WithLeadingTrivia(indentation));
        };
    }

    /// <summary><c>foreach (… in _items)</c>, <c>… in _items.Values</c>, <c>… in Volatile.Read(ref _items)</c>.</summary>
    private static ForEachStatementSyntax? LoopOver(SyntaxNode use)
    {
        var expression = use;
        while (expression.Parent is MemberAccessExpressionSyntax or ArgumentSyntax or ArgumentListSyntax or InvocationExpressionSyntax)
            expression = expression.Parent;
        return expression.Parent is ForEachStatementSyntax loop && loop.Expression == expression ? loop : null;
    }
}
