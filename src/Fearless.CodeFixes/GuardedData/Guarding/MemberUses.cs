using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>All uses of a field, if they are all in one document and none of them hands the field itself on.</summary>
internal sealed class MemberUses
{
    private MemberUses(IFieldSymbol field, TypeDeclarationSyntax declaration, IReadOnlyList<ExpressionSyntax> shared)
    {
        Field = field;
        Declaration = declaration;
        Shared = shared;
    }

    public IFieldSymbol Field { get; }

    /// <summary>The type that has the field.</summary>
    public TypeDeclarationSyntax Declaration { get; }

    /// <summary>The uses outside of construction, as they are written: <c>_x</c>, <c>this._x</c>, <c>other._x</c>.</summary>
    public IReadOnlyList<ExpressionSyntax> Shared { get; }

    public static MemberUses? Of(IFieldSymbol field, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (field.IsConst || field.IsImplicitlyDeclared || field.DeclaringSyntaxReferences.Length != 1 || field.DeclaringSyntaxReferences[0].SyntaxTree != root.SyntaxTree || IsNamedElsewhere(field, model, cancellationToken)
            || field.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Parent: TypeDeclarationSyntax declaration } })
        {
            return null;
        }

        var shared = new List<ExpressionSyntax>();
        foreach (var node in root.DescendantNodes())
        {
            if (node is not IdentifierNameSyntax name || name.Identifier.ValueText != field.Name || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol?.OriginalDefinition, field.OriginalDefinition))
                continue;
            if (name.Ancestors().Any(static around => around is AttributeSyntax or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }))
                continue;
            ExpressionSyntax use = name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member : name;
            if (use.Parent is RefExpressionSyntax)
                return null;
            if (!IsConstruction(use, field))
                shared.Add(use);
        }

        return new MemberUses(field, declaration, shared);
    }

    private static bool IsNamedElsewhere(IFieldSymbol field, SemanticModel model, CancellationToken cancellationToken)
    {
        if (field.DeclaredAccessibility == Accessibility.Private && field.ContainingType.DeclaringSyntaxReferences.Length == 1)
            return false;
        foreach (var tree in model.Compilation.SyntaxTrees)
        {
            if (tree != model.SyntaxTree && tree.GetText(cancellationToken).ToString().Contains(field.Name))
                return true;
        }

        return false;
    }

    /// <summary>Nobody else has the object yet: in its initialisers and constructors, but not in what they hand on.</summary>
    private static bool IsConstruction(ExpressionSyntax use, IFieldSymbol field)
    {
        foreach (var around in use.Ancestors())
        {
            switch (around)
            {
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return false;
                case ConstructorDeclarationSyntax constructor:
                    return constructor.Modifiers.Any(SyntaxKind.StaticKeyword) == field.IsStatic && constructor.Identifier.ValueText == field.ContainingType.Name
                        && use is not MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax };
                case BaseFieldDeclarationSyntax:
                case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ObjectInitializerExpression } } assignment when assignment.Left == use:
                    return true;
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }
}
