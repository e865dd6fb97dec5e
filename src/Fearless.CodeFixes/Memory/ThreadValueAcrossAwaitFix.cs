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

/// <summary>Fix of FEAR6007: the value follows the flow of calls, not the thread.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ThreadValueAcrossAwaitFix)), Shared]
public sealed class ThreadValueAcrossAwaitFix() : FearlessCodeFix(Descriptors.FEAR6007_ThreadValueAcrossAwait)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || !diagnostic.Properties.ContainsKey(GuardFacts.MemberKey)
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax use || FieldOf(use, model) is not { } field
            || FieldUses.Of(field, root, model, cancellationToken) is not { } uses || Change(uses, field) is not { } change)
        {
            return [];
        }

        var offer = new FixOffer($"Make '{field.Name}' an AsyncLocal", "AsyncLocal", (editor, session) =>
        {
            if (session.Once(uses.Declaration))
                change(editor);
        });
        return await Trial.HoldsAsync(document, offer, cancellationToken).ConfigureAwait(false) ? [offer] : [];
    }

    private static IFieldSymbol? FieldOf(ExpressionSyntax use, SemanticModel model) => model.GetSymbolInfo(use).Symbol switch
    {
        IFieldSymbol field => field,
        IPropertySymbol when use is MemberAccessExpressionSyntax { Expression: var holder } => model.GetSymbolInfo(holder).Symbol as IFieldSymbol,
        _ => null,
    };

    private static System.Action<DocumentEditor>? Change(FieldUses uses, IFieldSymbol field) => field.Type.Name == "ThreadLocal" && field.Type.ContainingNamespace.Name == "Threading"
        ? OfThreadLocal(uses)
        : uses.Declarator.Initializer is null ? OfThreadStatic(uses) : null;

    /// <summary>Only without a factory, and where nothing but its value is used.</summary>
    private static System.Action<DocumentEditor>? OfThreadLocal(FieldUses uses)
    {
        if (uses.Declaration.Declaration.Type is not GenericNameSyntax type || uses.Declarator.Initializer?.Value is not BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } creation
            || !uses.Uses.All(static use => use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" }))
        {
            return null;
        }

        var name = SyntaxFactory.Identifier("AsyncLocal");
        return editor =>
        {
            editor.ReplaceNode(type, type.WithIdentifier(name));
            if (creation is ObjectCreationExpressionSyntax { Type: GenericNameSyntax made })
                editor.ReplaceNode(made, made.WithIdentifier(name));
        };
    }

    private static System.Action<DocumentEditor>? OfThreadStatic(FieldUses uses)
    {
        var old = uses.Declaration;
        var attributes = old.AttributeLists.FirstOrDefault(static list => list.Attributes.Any(static attribute => attribute.Name.ToString().Contains("ThreadStatic")));
        if (attributes is not { Attributes.Count: 1 } || old.AttributeLists[0] != attributes)
            return null;
        return editor =>
        {
            var variable = old.Declaration.Variables[0].WithInitializer(SyntaxFactory.EqualsValueClause(SyntaxFactory.ParseExpression("new()")));
            var declaration = old.WithAttributeLists(old.AttributeLists.Remove(attributes))
                .WithModifiers(old.Modifiers.Add(SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space)))
                .WithDeclaration(SyntaxFactory.VariableDeclaration(FieldUses.Named($"System.Threading.AsyncLocal<{old.Declaration.Type.WithoutTrivia()}>", old.Declaration.Type), SyntaxFactory.SingletonSeparatedList(variable.NormalizeWhitespace())))
                .WithLeadingTrivia(old.GetLeadingTrivia());
            editor.ReplaceNode(old, declaration);
            foreach (var use in uses.Uses)
                FieldUses.ReadValueOf(editor, use);
        };
    }
}
