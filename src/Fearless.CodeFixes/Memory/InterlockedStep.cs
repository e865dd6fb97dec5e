using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>A counter's step, and the call of <c>Interlocked</c> that does the same at once.</summary>
internal static class InterlockedStep
{
    public static bool CanStep(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64;

    /// <summary>Null: no step that there is a call for.</summary>
    /// <param name="target">What is stepped.</param>
    public static (ExpressionSyntax Old, string Call)? For(ExpressionSyntax target)
    {
        switch (target.Parent)
        {
            // As a value, 'x++' is what it was before; Interlocked returns what it is now.
            case PostfixUnaryExpressionSyntax postfix when postfix.IsStep():
                var up = postfix.IsKind(SyntaxKind.PostIncrementExpression);
                return postfix.IsUnused() || postfix.Parent is LambdaExpressionSyntax
                    ? (postfix, Step(up, target))
                    : postfix.Parent is ArrowExpressionClauseSyntax or ReturnStatementSyntax or EqualsValueClauseSyntax
                        ? (postfix, $"{Step(up, target)} {(up ? "-" : "+")} 1")
                        : null;
            case PrefixUnaryExpressionSyntax prefix when prefix.IsStep():
                return (prefix, Step(prefix.IsKind(SyntaxKind.PreIncrementExpression), target));
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } add:
                return (add, $"Add(ref {target}, {add.Right})");
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SubtractAssignmentExpression } subtract:
                return (subtract, $"Add(ref {target}, {Negated(subtract.Right)})");
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: BinaryExpressionSyntax binary } assignment
                when binary.Left.IsEquivalentTo(target, topLevel: false) && (binary.IsKind(SyntaxKind.AddExpression) || binary.IsKind(SyntaxKind.SubtractExpression)):
                var isAdd = binary.IsKind(SyntaxKind.AddExpression);
                if (binary.Right is LiteralExpressionSyntax { Token.ValueText: "1" })
                    return (assignment, Step(isAdd, target));
                return (assignment, $"Add(ref {target}, {(isAdd ? binary.Right.ToString() : Negated(binary.Right))})");
            default:
                return null;
        }
    }

    private static string Negated(ExpressionSyntax value) => value is LiteralExpressionSyntax or IdentifierNameSyntax or InvocationExpressionSyntax ? "-" + value : $"-({value})";

    private static string Step(bool up, ExpressionSyntax target) => up ? $"Increment(ref {target})" : $"Decrement(ref {target})";
}
