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

namespace Fearless.CodeFixes;

/// <summary>Fixes of FEAR6002: one atomic step instead of two, or one read instead of several.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NonAtomicUpdateFix)), Shared]
public sealed class NonAtomicUpdateFix() : FearlessCodeFix(Descriptors.FEAR6002_NonAtomicUpdate)
{
    private const string Interlocked = "System.Threading.Interlocked";

    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax use || model is null)
            return [];
        diagnostic.Properties.TryGetValue("Kind", out var kind);
        var offer = kind switch
        {
            "Step" or "Element" => Step(use, root, model, cancellationToken),
            "Reread" when diagnostic.AdditionalLocations.Count == 1 => ReadOnce(model, root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true)),
            "Claim" when diagnostic.AdditionalLocations.Count == 1 => Claim(model, use, root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true)),
            "LoadStore" => Update(use),
            "Reset" when diagnostic.AdditionalLocations.Count == 1 => Exchange(use, root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true)),
            _ => null,
        };
        offer ??= GuardMember.At(use, root, model, cancellationToken);
        return offer is null ? [] : [offer];
    }

    /// <summary>All steps of the field: one that is left would lose updates as before.</summary>
    private static FixOffer? Step(ExpressionSyntax use, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!InterlockedStep.CanStep(model.GetTypeInfo(use, cancellationToken).Type) || InterlockedStep.For(use) is not { } step)
            return null;
        var steps = new List<(ExpressionSyntax Old, string Call)> { step };
        if (use is IdentifierNameSyntax or MemberAccessExpressionSyntax && model.GetSymbolInfo(use, cancellationToken).Symbol is IFieldSymbol field)
        {
            foreach (var other in MemberUses.Of(field, root, model, cancellationToken)?.Shared ?? [])
            {
                if (InterlockedStep.For(other) is { } another)
                    steps.Add(another);
                else if (!field.IsVolatile && other.Parent is not ArgumentSyntax { RefKindKeyword.RawKind: not 0 } && !steps.Exists(known => known.Old.Span.Contains(other.Span)))
                    return null;
            }
        }

        return new FixOffer($"Use Interlocked for '{use}'", "Interlocked", (editor, session) =>
        {
            foreach (var (old, call) in steps)
            {
                if (session.Once(old))
                    editor.ReplaceNode(old, StaticCalls.Create(editor, session, old, Interlocked, call).WithTriviaFrom(old));
            }
        });
    }

    private static FixOffer? ReadOnce(SemanticModel model, SyntaxNode first)
    {
        if (first is not ExpressionSyntax field || model.GetSymbolInfo(field).Symbol is not { } symbol)
            return null;
        var load = field.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } ? call
            : field.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax own } member && member.Expression == field ? own : field;
        return LocalCopy.For(model, load, symbol.Name);
    }

    /// <summary><c>if (Read(ref f) == a) { Write(ref f, b); …</c> becomes <c>if (CompareExchange(ref f, b, a) == a) {</c>.</summary>
    private static FixOffer? Claim(SemanticModel model, ExpressionSyntax tested, SyntaxNode stored)
    {
        if (tested.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Parent: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Parent: IfStatementSyntax test } condition } load }
            || condition.Left != load || model.GetTypeInfo(tested).Type?.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64)
            || stored.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: { Count: 2 } arguments, Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } } }
            || test.Statement is not BlockSyntax { Statements: { Count: > 1 } statements } || statements[0] != statement)
        {
            return null;
        }

        return new FixOffer("Claim it with Interlocked.CompareExchange", "CompareExchange", (editor, session) =>
        {
            var exchange = StaticCalls.Create(editor, session, load, Interlocked, $"CompareExchange(ref {tested}, {arguments[1]}, {condition.Right})");
            editor.ReplaceNode(load, exchange.WithTriviaFrom(load));
            StatementEdits.Remove(editor, statement);
        });
    }

    /// <summary><c>var n = Read(ref f); Write(ref f, 0);</c> becomes <c>var n = Exchange(ref f, 0);</c>.</summary>
    private static FixOffer? Exchange(ExpressionSyntax stored, SyntaxNode loaded)
    {
        if (stored.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax statement || loaded is not ExpressionSyntax field)
            return null;
        var value = statement.Expression switch
        {
            AssignmentExpressionSyntax assignment => assignment.Right,
            InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 or 2 } arguments } => arguments[arguments.Count - 1].Expression,
            _ => null,
        };
        if (value is null)
            return null;
        var box = field.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax own } member && member.Expression == field ? own : null;
        var load = box ?? (field.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } ? call : field);
        return new FixOffer("Take and reset it in one step", "Exchange", (editor, session) =>
        {
            var exchange = box is null
                ? StaticCalls.Create(editor, session, load, Interlocked, $"Exchange(ref {field.WithoutTrivia()}, {value})")
                : SyntaxFactory.ParseExpression($"{field.WithoutTrivia()}.Swap({value})");
            editor.ReplaceNode(load, exchange.WithTriviaFrom(load));
            StatementEdits.Remove(editor, statement);
        });
    }

    /// <summary><c>var known = a.Load(); a.Store(f(known));</c> becomes <c>a.FetchUpdate(known => f(known));</c>.</summary>
    private static FixOffer? Update(ExpressionSyntax use)
    {
        if (use.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Store", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments, Parent: ExpressionStatementSyntax store } } member
            || member.Expression != use || store.Parent is not BlockSyntax block || block.Statements.IndexOf(store) is not (> 0 and var index)
            || block.Statements[index - 1] is not LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } load
            || variables[0].Initializer?.Value is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Load" } loaded } || !loaded.Expression.IsEquivalentTo(use, topLevel: false))
        {
            return null;
        }

        var name = variables[0].Identifier.ValueText;
        if (block.Statements.Skip(index + 1).Any(later => later.DescendantTokens().Any(token => token.ValueText == name)))
            return null;
        return new FixOffer("Use FetchUpdate", "FetchUpdate", (editor, _) =>
        {
            editor.ReplaceNode(store.Expression, SyntaxFactory.ParseExpression($"{use.WithoutTrivia()}.FetchUpdate({name} => {arguments[0]})").WithTriviaFrom(store.Expression));
            StatementEdits.Remove(editor, load);
        });
    }
}
