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

/// <summary>Fixes of FEAR1005 and FEAR1010: a ThreadLocal, whose initializer runs for each thread; a static field, which the attribute is for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ThreadStaticFix)), Shared]
public sealed class ThreadStaticFix() : FearlessCodeFix(Descriptors.FEAR1005_InitializedThreadStatic, Descriptors.FEAR1010_InstanceThreadStatic)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || root.FindNode(diagnostic.Location.SourceSpan) is not VariableDeclaratorSyntax declarator
            || model.GetDeclaredSymbol(declarator, cancellationToken) is not IFieldSymbol field || FieldUses.Of(field, root, model, cancellationToken) is not { } uses)
        {
            return [];
        }

        var offer = diagnostic.Id == Descriptors.FEAR1010_InstanceThreadStatic.Id ? MakeStatic(uses, field) : MakeThreadLocal(uses, field);
        return offer is not null && await Trial.HoldsAsync(document, offer, cancellationToken).ConfigureAwait(false) ? [offer] : [];
    }

    private static FixOffer MakeStatic(FieldUses uses, IFieldSymbol field) => new($"Make '{field.Name}' static", "MakeStatic", (editor, _) =>
        editor.ReplaceNode(uses.Declaration, (current, _) =>
        {
            var declaration = (FieldDeclarationSyntax)current;
            var after = declaration.Modifiers.Count > 0 ? 1 : 0;
            return declaration.WithModifiers(declaration.Modifiers.Insert(after, SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(SyntaxFactory.Space)));
        }));

    private static FixOffer? MakeThreadLocal(FieldUses uses, IFieldSymbol field)
    {
        var old = uses.Declaration;
        var attributes = old.AttributeLists.FirstOrDefault(static list => list.Attributes.Any(static attribute => attribute.Name.ToString().Contains("ThreadStatic")));
        if (attributes is not { Attributes.Count: 1 } || old.AttributeLists[0] != attributes || uses.Declarator.Initializer?.Value is not { } value || value is ImplicitObjectCreationExpressionSyntax or InitializerExpressionSyntax)
            return null;
        return new FixOffer($"Make '{field.Name}' a ThreadLocal", "ThreadLocal", (editor, _) =>
        {
            var made = SyntaxFactory.ParseExpression($"new(() => {value.WithoutTrivia()})");
            var variable = SyntaxFactory.VariableDeclarator(uses.Declarator.Identifier.WithTrailingTrivia(SyntaxFactory.Space), null, SyntaxFactory.EqualsValueClause(made).NormalizeWhitespace());
            var type = FieldUses.Named($"System.Threading.ThreadLocal<{old.Declaration.Type.WithoutTrivia()}>", old.Declaration.Type);
            editor.ReplaceNode(old, old.WithAttributeLists(old.AttributeLists.Remove(attributes))
                .WithModifiers(old.Modifiers.Add(SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space)))
                .WithDeclaration(SyntaxFactory.VariableDeclaration(type, SyntaxFactory.SingletonSeparatedList(variable)))
                .WithLeadingTrivia(old.GetLeadingTrivia()));
            foreach (var use in uses.Uses)
                FieldUses.ReadValueOf(editor, use);
        });
    }
}
