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

/// <summary>Replaces what a static holds by its counterpart for several threads: <c>Random.Shared</c>, <c>ConcurrentDictionary</c> and their like.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SharedStaticFix)), Shared]
public sealed class SharedStaticFix() : FearlessCodeFix(Descriptors.FEAR4012_SharedStatic)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax node
            || model.GetSymbolInfo(node, cancellationToken).Symbol is not IFieldSymbol field)
        {
            return [];
        }

        if (field.Type.Name == "Random" && model.Compilation.GetTypeByMetadataName("System.Random")?.GetMembers("Shared").Length > 0)
            return [new FixOffer("Use 'Random.Shared'", "RandomShared", (editor, _) => editor.ReplaceNode(node, StaticMember(editor, "System.Random", "Shared").WithTriviaFrom(node)))];
        FixOffer[] guard = GuardMember.For(field, root, model, cancellationToken) is { } offered ? [offered] : [];
        if (Concurrent(field.Type) is not { } type || field.DeclaringSyntaxReferences.Length != 1 || field.DeclaringSyntaxReferences[0].SyntaxTree != root.SyntaxTree
            || field.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } declarator)
        {
            return guard;
        }

        var offer = new FixOffer($"Make it a '{type.Substring(type.LastIndexOf('.') + 1)}'", "ConcurrentType", (editor, session) =>
        {
            if (session.Once(declarator))
                Change(editor, declaration, declarator, type);
        });
        return await Trial.HoldsAsync(document, offer, cancellationToken).ConfigureAwait(false) ? [offer] : guard;
    }

    private static void Change(DocumentEditor editor, VariableDeclarationSyntax declaration, VariableDeclaratorSyntax declarator, string type)
    {
        ReplaceName(editor, declaration.Type, type);
        if (declarator.Initializer?.Value is ObjectCreationExpressionSyntax creation)
            ReplaceName(editor, creation.Type, type);
    }

    private static void ReplaceName(DocumentEditor editor, TypeSyntax old, string type)
    {
        if (editor.SemanticModel.Compilation.GetTypeByMetadataName(type + "`" + ((old as GenericNameSyntax)?.TypeArgumentList.Arguments.Count ?? 0)) is not { } symbol || old is not GenericNameSyntax generic)
            return;
        var plain = (TypeSyntax)editor.Generator.TypeExpression(symbol, addImport: true);
        TypeSyntax? named = plain switch
        {
            GenericNameSyntax name => name.WithTypeArgumentList(generic.TypeArgumentList),
            QualifiedNameSyntax { Right: GenericNameSyntax right } qualified => qualified.WithRight(right.WithTypeArgumentList(generic.TypeArgumentList)),
            _ => null,
        };
        if (named is not null)
            editor.ReplaceNode(old, plain.CopyAnnotationsTo(named)!.WithTriviaFrom(old));
    }

    private static ExpressionSyntax StaticMember(DocumentEditor editor, string type, string member) => SyntaxFactory.MemberAccessExpression(
        SyntaxKind.SimpleMemberAccessExpression,
        (ExpressionSyntax)editor.Generator.TypeExpression(editor.SemanticModel.Compilation.GetTypeByMetadataName(type)!, addImport: true),
        SyntaxFactory.IdentifierName(member));

    private static string? Concurrent(ITypeSymbol type) => type.ContainingNamespace.IsNamed("System.Collections.Generic") ? type.Name switch
    {
        "Dictionary" or "IDictionary" => "System.Collections.Concurrent.ConcurrentDictionary",
        "Queue" => "System.Collections.Concurrent.ConcurrentQueue",
        "Stack" => "System.Collections.Concurrent.ConcurrentStack",
        _ => null,
    } : null;
}
