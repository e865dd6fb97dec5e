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
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>Fixes of FEAR4014: the update is one step, or each value is made once, in a <c>Lazy</c> of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FactoryWithEffectsFix)), Shared]
public sealed class FactoryWithEffectsFix() : FearlessCodeFix(Descriptors.FEAR4014_FactoryWithEffects)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        diagnostic.Properties.TryGetValue(FactoryWithEffects.KindKey, out var kind);
        if (root is null || model is null || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax node)
            return [];
        var offer = kind switch
        {
            FactoryWithEffects.Step => Step(node, model),
            FactoryWithEffects.Once when diagnostic.AdditionalLocations.Count == 1 =>
                Lazily(root, model, root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true), cancellationToken),
            _ => null,
        };
        return offer is not null && await Trial.HoldsAsync(document, offer, cancellationToken).ConfigureAwait(false) ? [offer] : [];
    }

    private static FixOffer? Step(ExpressionSyntax use, SemanticModel model)
    {
        if (!InterlockedStep.CanStep(model.GetTypeInfo(use).Type) || InterlockedStep.For(use) is not { } step)
            return null;

        // The lambda returns what the step was before.
        var call = step.Old is PostfixUnaryExpressionSyntax { Parent: LambdaExpressionSyntax } postfix ? step.Call + (postfix.IsKind(SyntaxKind.PostIncrementExpression) ? " - 1" : " + 1") : step.Call;
        return new FixOffer($"Use Interlocked for '{use}'", "Interlocked", (editor, session) =>
        {
            if (session.Once(step.Old))
                editor.ReplaceNode(step.Old, StaticCalls.Create(editor, session, step.Old, "System.Threading.Interlocked", call).WithTriviaFrom(step.Old));
        });
    }

    /// <summary>Only if the dictionary is used for nothing else than to get or make its values.</summary>
    private static FixOffer? Lazily(SyntaxNode root, SemanticModel model, SyntaxNode call, CancellationToken cancellationToken)
    {
        if (call is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var holder } } || model.GetSymbolInfo(holder, cancellationToken).Symbol is not IFieldSymbol field
            || FieldUses.Of(field, root, model, cancellationToken) is not { } uses || uses.Declaration.Declaration.Type is not GenericNameSyntax { TypeArgumentList.Arguments: { Count: 2 } types } || types[1].ToString().Contains("Lazy<")
            || uses.Declarator.Initializer is not { Value: var made } || !uses.Uses.All(static use => IsGet(use)))
        {
            return null;
        }

        return new FixOffer("Make each value once, in a Lazy", "Lazy", (editor, session) =>
        {
            if (!session.Once(uses.Declaration))
                return;
            var lazy = $"System.Lazy<{types[1].WithoutTrivia()}>";
            editor.ReplaceNode(types[1], FieldUses.Named(lazy, types[1]));
            if (made is ObjectCreationExpressionSyntax { Type: GenericNameSyntax { TypeArgumentList.Arguments: { Count: 2 } again } })
                editor.ReplaceNode(again[1], FieldUses.Named(lazy, again[1]));
            foreach (var use in uses.Uses)
                ChangeCall(editor, (InvocationExpressionSyntax)use.Parent!.Parent!, lazy);
        });
    }

    private static bool IsGet(ExpressionSyntax use) =>
        use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetOrAdd", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments } }
        && arguments[1].Expression is SimpleLambdaExpressionSyntax { AsyncKeyword.RawKind: 0 } or IdentifierNameSyntax or MemberAccessExpressionSyntax;

    private static void ChangeCall(DocumentEditor editor, InvocationExpressionSyntax call, string lazy)
    {
        var factory = call.ArgumentList.Arguments[1].Expression;
        var text = factory is SimpleLambdaExpressionSyntax lambda
            ? $"{lambda.Parameter.WithoutTrivia()} => new {lazy}(() => {lambda.Body.WithoutTrivia()})"
            : $"key => new {lazy}(() => {factory.WithoutTrivia()}(key))";
        var wrapped = SyntaxFactory.ParseExpression(text);
        var made = wrapped.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().First().Type;
        editor.ReplaceNode(factory, wrapped.ReplaceNode(made, FieldUses.Named(lazy, made)).WithTriviaFrom(factory));
        FieldUses.ReadValueOf(editor, call);
    }
}
