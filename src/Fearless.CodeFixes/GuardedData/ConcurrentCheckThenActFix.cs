using System.Collections.Generic;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Fix of FEAR4009: the call that does both in one step.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConcurrentCheckThenActFix)), Shared]
public sealed class ConcurrentCheckThenActFix() : FearlessCodeFix(Descriptors.FEAR4009_ConcurrentCheckThenAct)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || diagnostic.AdditionalLocations.Count == 0
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax act)
        {
            return [];
        }

        diagnostic.Properties.TryGetValue("Kind", out var kind);
        var check = root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true);
        var offer = kind switch
        {
            "TryGetValue" => ReadOnce(model, check, act),
            "GetOrAdd" => AddOnce(act),
            "TestResult" => TestResult(check, act),
            "TryRemove" => RemoveOnce(check, act),
            _ => null,
        };
        return offer is null ? [] : [offer];
    }

    /// <summary><c>ContainsKey(k)</c> … <c>d[k]</c> becomes <c>TryGetValue(k, out var value)</c> … <c>value</c>.</summary>
    private static FixOffer? ReadOnce(SemanticModel model, SyntaxNode check, ExpressionSyntax act)
    {
        if (check is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member, ArgumentList.Arguments: { Count: 1 } arguments } call || act is not ElementAccessExpressionSyntax
            || call.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
        {
            return null;
        }

        var name = FreshNames.At(model, statement, "value");
        return new FixOffer("Use TryGetValue", "TryGetValue", (editor, session) =>
        {
            if (session.Once(call))
                editor.ReplaceNode(call, SyntaxFactory.ParseExpression($"{member.Expression}.TryGetValue({arguments[0]}, out var {name})").WithTriviaFrom(call));
            editor.ReplaceNode(act, SyntaxFactory.IdentifierName(name).WithTriviaFrom(act));
        });
    }

    /// <summary><c>d[k] = v</c> and <c>d.TryAdd(k, v)</c> become <c>v = d.GetOrAdd(k, v)</c>: everybody goes on with the same value.</summary>
    private static FixOffer? AddOnce(ExpressionSyntax act)
    {
        var (dictionary, key, value) = act switch
        {
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys } element, Right: IdentifierNameSyntax right } => (element.Expression, keys[0], right),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member, ArgumentList.Arguments: { Count: 2 } arguments } when arguments[1].Expression is IdentifierNameSyntax right =>
                (member.Expression, arguments[0], right),
            _ => (null, null, null),
        };
        if (dictionary is null || act.Parent is not ExpressionStatementSyntax)
            return null;
        return new FixOffer("Use GetOrAdd", "GetOrAdd", (editor, _) => editor.ReplaceNode(
            act, SyntaxFactory.ParseExpression($"{value} = {dictionary.WithoutTrivia()}.GetOrAdd({key}, {value})").WithTriviaFrom(act)));
    }

    /// <summary><c>TryGetValue(k, out v)</c> … <c>TryRemove(k, out _)</c> becomes <c>TryRemove(k, out v)</c>.</summary>
    private static FixOffer? RemoveOnce(SyntaxNode check, ExpressionSyntax act)
    {
        var statement = act.FirstAncestorOrSelf<StatementSyntax>();
        if (check is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } || statement is not ExpressionStatementSyntax { Parent: BlockSyntax { Statements.Count: > 1 } })
            return null;
        return new FixOffer("Use TryRemove alone", "TryRemove", (editor, _) =>
        {
            editor.ReplaceNode(member.Name, SyntaxFactory.IdentifierName("TryRemove").WithTriviaFrom(member.Name));
            StatementEdits.Remove(editor, statement);
        });
    }

    /// <summary>The call itself becomes the condition.</summary>
    private static FixOffer? TestResult(SyntaxNode check, ExpressionSyntax act)
    {
        var test = check.Parent is BinaryExpressionSyntax binary ? binary : check.Parent is PrefixUnaryExpressionSyntax not ? not : check;
        var condition = test.Parent switch
        {
            IfStatementSyntax { Else: null } statement => statement.Condition,
            WhileStatementSyntax loop => loop.Condition,
            _ => null,
        };
        if (condition != test || act.Parent is not ExpressionStatementSyntax { Parent: BlockSyntax block } taken || block.Parent != test.Parent || block.Statements.Count < 2 || block.Statements[0] != taken)
            return null;
        return new FixOffer("Test what the call returns", "TestResult", (editor, _) =>
        {
            editor.ReplaceNode(condition, act.WithoutTrivia());
            StatementEdits.Remove(editor, taken);
        });
    }
}
