using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>A private field with all of its uses, if they are all in one document: what a fix needs that changes the field's type.</summary>
internal sealed class FieldUses
{
    private FieldUses(FieldDeclarationSyntax declaration, IReadOnlyList<ExpressionSyntax> uses)
    {
        Declaration = declaration;
        Uses = uses;
    }

    public FieldDeclarationSyntax Declaration { get; }

    public VariableDeclaratorSyntax Declarator => Declaration.Declaration.Variables[0];

    /// <summary>The field as it is named there: <c>_x</c>, <c>this._x</c>, <c>Type.s_x</c>.</summary>
    public IReadOnlyList<ExpressionSyntax> Uses { get; }

    public static FieldUses? Of(IFieldSymbol field, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (field.DeclaredAccessibility != Accessibility.Private || field.ContainingType.DeclaringSyntaxReferences.Length != 1 || field.DeclaringSyntaxReferences.Length != 1
            || field.DeclaringSyntaxReferences[0].SyntaxTree != root.SyntaxTree
            || field.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken).FirstAncestorOrSelf<FieldDeclarationSyntax>() is not { Declaration.Variables.Count: 1 } declaration)
        {
            return null;
        }

        var uses = new List<ExpressionSyntax>();
        foreach (var node in root.DescendantNodes())
        {
            if (node is not IdentifierNameSyntax name || name.Identifier.ValueText != field.Name || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol?.OriginalDefinition, field.OriginalDefinition))
                continue;
            ExpressionSyntax use = name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member : name;
            if (use.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } })
                return null;
            uses.Add(use);
        }

        return new FieldUses(declaration, uses);
    }

    /// <summary>A type by its full name, which is shortened where it can be.</summary>
    public static TypeSyntax Named(string type, SyntaxNode like) =>
        SyntaxFactory.ParseTypeName(type).WithTriviaFrom(like).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation);

    /// <summary>What stood for the value stands for an object that holds it.</summary>
    public static void ReadValueOf(DocumentEditor editor, SyntaxNode holder) => editor.ReplaceNode(holder, static (current, _) =>
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, (ExpressionSyntax)current.WithoutTrivia(), SyntaxFactory.IdentifierName("Value")).WithTriviaFrom(current));
}
