using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

internal static class UnusedValues
{
    /// <summary>Nobody looks at the value of the expression.</summary>
    public static bool IsUnused(this ExpressionSyntax expression) => expression.Parent switch
    {
        ExpressionStatementSyntax or ForStatementSyntax => true,
        ArrowExpressionClauseSyntax arrow => arrow.Parent switch
        {
            MethodDeclarationSyntax method => IsVoid(method.ReturnType, method.Modifiers),
            LocalFunctionStatementSyntax local => IsVoid(local.ReturnType, local.Modifiers),
            OperatorDeclarationSyntax @operator => IsVoid(@operator.ReturnType, default),
            AccessorDeclarationSyntax accessor => accessor.Keyword.ValueText != "get",
            ConstructorDeclarationSyntax or DestructorDeclarationSyntax => true,
            _ => false,
        },
        _ => false,
    };

    private static bool IsVoid(TypeSyntax type, SyntaxTokenList modifiers) =>
        type is PredefinedTypeSyntax { Keyword.ValueText: "void" } || (modifiers.Any(SyntaxKind.AsyncKeyword) && type is not GenericNameSyntax and not QualifiedNameSyntax { Right: GenericNameSyntax });
}
