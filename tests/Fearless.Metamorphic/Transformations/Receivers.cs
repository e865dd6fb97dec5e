using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal static class Receivers
{
    /// <summary>The name of an instance member of this object, with nothing before it.</summary>
    public static bool IsImplicit(SimpleNameSyntax name, SemanticModel model) =>
        name.Parent is not (MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax or AttributeArgumentSyntax)
        && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
        && !(name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name)
        && name.FirstAncestorOrSelf<SubpatternSyntax>() is null
        && !IsInNameof(name)
        && model.GetSymbolInfo(name).Symbol is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } or IEventSymbol { IsStatic: false }
            or IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary };

    private static bool IsInNameof(SyntaxNode name) =>
        name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };
}
