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
using Microsoft.CodeAnalysis.Formatting;

namespace Fearless.CodeFixes;

/// <summary>A field that is locked is not read-only, and a local is a reference to the lock instead of a copy.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CopiedLockFix() : FearlessCodeFix(Descriptors.FEAR3015_CopiedLock)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return [];
        switch (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true))
        {
            case VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } when field.Declaration.Variables.Count == 1 && field.Modifiers.Count > 1:
                var keyword = field.Modifiers.First(static modifier => modifier.IsKind(SyntaxKind.ReadOnlyKeyword));
                return [new FixOffer("Take out 'readonly'", "NotReadonly", (editor, _) => editor.ReplaceNode(field, field.WithModifiers(field.Modifiers.Remove(keyword))))];
            case ExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax } declaration } } clause } value
                when declaration.Type is not RefTypeSyntax && CanBeReferredTo(value, model, cancellationToken) && !IsSuspended(value):
                return [new FixOffer("Use a 'ref' local", "RefLocal", (editor, _) =>
                {
                    editor.ReplaceNode(declaration.Type, SyntaxFactory.RefType(declaration.Type.WithoutTrivia()).WithTriviaFrom(declaration.Type).WithAdditionalAnnotations(Formatter.Annotation));
                    editor.ReplaceNode(clause.Value, SyntaxFactory.RefExpression(value.WithoutTrivia()).WithTriviaFrom(value).WithAdditionalAnnotations(Formatter.Annotation));
                })];
            default:
                return [];
        }
    }

    /// <summary>A variable, an element of an array, a field that may be written: of an object, or of something of which the same holds.</summary>
    private static bool CanBeReferredTo(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        if (value is ElementAccessExpressionSyntax element)
            return model.GetTypeInfo(element.Expression, cancellationToken).Type is IArrayTypeSymbol;
        return model.GetSymbolInfo(value, cancellationToken).Symbol switch
        {
            ILocalSymbol { IsForEach: false, IsUsing: false, RefKind: RefKind.None } => true,
            IFieldSymbol { IsReadOnly: false } field => field.IsStatic || value is IdentifierNameSyntax ? field.ContainingType.IsReferenceType || field.IsStatic
                : value is MemberAccessExpressionSyntax { Expression: var owner }
                    && (field.ContainingType.IsReferenceType || CanBeReferredTo(owner, model, cancellationToken)),
            _ => false,
        };
    }

    /// <summary>In a body that is taken apart, a reference cannot be kept.</summary>
    private static bool IsSuspended(SyntaxNode node)
    {
        var function = node.Ancestors().FirstOrDefault(static around => around is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
        return function is null || function.DescendantNodes().Any(static inner => inner is YieldStatementSyntax or AwaitExpressionSyntax);
    }
}
