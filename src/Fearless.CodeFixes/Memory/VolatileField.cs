using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>A field declaration gets the modifier <c>volatile</c>.</summary>
internal static class VolatileField
{
    /// <summary>Null: the language does not allow it, or the declaration is not here.</summary>
    public static FixOffer? For(SyntaxNode root, ISymbol? symbol)
    {
        if (symbol is not IFieldSymbol { IsReadOnly: false, IsConst: false, IsVolatile: false, DeclaringSyntaxReferences: { Length: 1 } references } field || !IsAllowed(field.Type)
            || references[0].SyntaxTree != root.SyntaxTree
            || references[0].GetSyntax() is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax declaration } })
        {
            return null;
        }

        return new FixOffer($"Make '{field.Name}' volatile", nameof(VolatileField), (editor, session) =>
        {
            if (session.Once(declaration))
                editor.ReplaceNode(declaration, WithModifier(declaration));
        });
    }

    private static FieldDeclarationSyntax WithModifier(FieldDeclarationSyntax declaration)
    {
        var modifier = SyntaxFactory.Token(SyntaxKind.VolatileKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (declaration.Modifiers.Any())
            return declaration.AddModifiers(modifier);
        var type = declaration.Declaration.Type;
        return declaration.WithDeclaration(declaration.Declaration.WithType(type.WithoutLeadingTrivia()))
            .AddModifiers(modifier.WithLeadingTrivia(type.GetLeadingTrivia()));
    }

    private static bool IsAllowed(ITypeSymbol type) => type.IsReferenceType
        || (type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? IsAllowed(underlying) : type.SpecialType is
            SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Char or SpecialType.System_Single or SpecialType.System_IntPtr
            or SpecialType.System_UIntPtr);
}
