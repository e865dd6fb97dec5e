using System;
using System.Threading;
using Fearless.Analyzers;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Makes a private field or setter read-only, if the code already treats it so and its type is fit to be shared.</summary>
internal sealed class WriteOnce(string title, SyntaxNode old, Func<SyntaxNode, SyntaxNode> change)
{
    public string Title { get; } = title;

    public SyntaxNode Old { get; } = old;

    public Func<SyntaxNode, SyntaxNode> Change { get; } = change;

    public static WriteOnce? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (node)
        {
            case VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } variable
                when model.GetDeclaredSymbol(variable, cancellationToken) is IFieldSymbol { DeclaredAccessibility: Accessibility.Private, IsVolatile: false } symbol
                && IsShared(symbol.Type, model) && !IsWritten(symbol, field, model, cancellationToken):
                return new WriteOnce($"Make '{symbol.Name}' readonly", field, static current => ReadOnly((FieldDeclarationSyntax)current));

            case PropertyDeclarationSyntax { AccessorList: { } accessors } property
                when model.GetDeclaredSymbol(property, cancellationToken) is { SetMethod: { DeclaredAccessibility: Accessibility.Private, IsInitOnly: false } } symbol
                && IsShared(symbol.Type, model) && !IsWritten(symbol, property, model, cancellationToken):
                return new WriteOnce($"Remove the setter of '{symbol.Name}'", accessors, static current => WithoutSetter((AccessorListSyntax)current));

            default:
                return null;
        }
    }

    // A readonly field of an unfit type would still be a finding.
    private static bool IsShared(ITypeSymbol type, SemanticModel model) =>
        TypeKnowledge.Create(model.Compilation, []).Judge(type, Trait.Sync) == Verdict.Yes;

    /// <summary>Anywhere but in constructors and initializers. All parts of the type must be in this file.</summary>
    private static bool IsWritten(ISymbol symbol, MemberDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellationToken)
    {
        if (symbol.ContainingType.DeclaringSyntaxReferences.Length != 1 || declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return true;
        while (type.Parent is TypeDeclarationSyntax outer)
            type = outer;
        foreach (var node in type.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && name.Identifier.ValueText == symbol.Name && AccessSyntaxKind.IsWrite(name)
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol?.OriginalDefinition, symbol)
                && !IsConstruction(name, symbol))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConstruction(SyntaxNode name, ISymbol symbol)
    {
        for (var node = name.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return false;
                case ConstructorDeclarationSyntax constructor:
                    return constructor.Identifier.ValueText == symbol.ContainingType.Name && constructor.Modifiers.Any(SyntaxKind.StaticKeyword) == symbol.IsStatic;
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    private static FieldDeclarationSyntax ReadOnly(FieldDeclarationSyntax field)
    {
        var keyword = SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (field.Modifiers.Count > 0)
            return field.AddModifiers(keyword);
        var leading = field.Declaration.GetLeadingTrivia();
        return field.WithDeclaration(field.Declaration.WithoutLeadingTrivia()).AddModifiers(keyword.WithLeadingTrivia(leading));
    }

    private static AccessorListSyntax WithoutSetter(AccessorListSyntax accessors)
    {
        foreach (var accessor in accessors.Accessors)
        {
            if (accessor.IsKind(SyntaxKind.SetAccessorDeclaration))
                return accessors.WithAccessors(accessors.Accessors.Remove(accessor));
        }

        return accessors;
    }
}
