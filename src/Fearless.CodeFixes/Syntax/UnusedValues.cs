using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

internal static class UnusedValues
{
    /// <summary>Nobody looks at the value of the expression.</summary>
    public static bool IsUnused(this ExpressionSyntax expression) => expression.Parent switch
    {
        ExpressionStatementSyntax or ForStatementSyntax => true,
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.ValueText: "void" } } } => true,
        ArrowExpressionClauseSyntax { Parent: AccessorDeclarationSyntax { Keyword.ValueText: not "get" } or ConstructorDeclarationSyntax } => true,
        _ => false,
    };
}
