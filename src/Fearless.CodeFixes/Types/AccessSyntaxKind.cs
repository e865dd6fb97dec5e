using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Whether the place of a name may write what it names: anything but a plain value, when in doubt.</summary>
internal static class AccessSyntaxKind
{
    public static bool IsWrite(IdentifierNameSyntax name)
    {
        ExpressionSyntax use = name;
        while (use.Parent is MemberAccessExpressionSyntax access && access.Name == use || use.Parent is ParenthesizedExpressionSyntax)
            use = (ExpressionSyntax)use.Parent;
        return use.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == use,
            PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
            PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
            RefExpressionSyntax => true,
            _ => false,
        };
    }
}
