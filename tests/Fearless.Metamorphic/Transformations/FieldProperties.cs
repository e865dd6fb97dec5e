using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

/// <summary>Which fields may be read and written through accessors.</summary>
internal static class FieldProperties
{
    public static IEnumerable<IFieldSymbol> Of(SemanticModel model, Uses uses)
    {
        foreach (var declarator in model.SyntaxTree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>())
        {
            if (declarator.Parent is VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax { AttributeLists.Count: 0 } }
                && model.GetDeclaredSymbol(declarator) is IFieldSymbol { IsConst: false, IsVolatile: false, IsFixedSizeBuffer: false, RefKind: RefKind.None } field
                && !field.ContainingType.IsValueType
                && IsCopied(field.Type)
                && uses.Of(field).All(name => !IsPlace(Uses.WithReceiver(name))))
            {
                yield return field;
            }
        }
    }

    /// <summary>Nothing can change inside the copy that a getter gives.</summary>
    public static bool IsCopied(ITypeSymbol type) =>
        type.IsReferenceType || type.TypeKind == TypeKind.Enum || type is { IsValueType: true, IsReadOnly: true }
        || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double;

    /// <summary>The field is meant, not what it holds: passed by reference, or named for its own sake.</summary>
    private static bool IsPlace(ExpressionSyntax use) =>
        use.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } or ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax } };
}
