using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// <c>bool IsFull() =&gt; _count == _size;</c> throws no more than the expression does in its place. By its syntax: comparisons of names and constants.
/// </summary>
internal static class PlainReads
{
    public static bool IsOne(IMethodSymbol method)
    {
        if (method.IsVirtual || method.IsAbstract || method.IsOverride || method.IsAsync || method.DeclaringSyntaxReferences.Length != 1)
            return false;
        var (body, expression) = method.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            MethodDeclarationSyntax declaration => (declaration.Body, declaration.ExpressionBody?.Expression),
            LocalFunctionStatementSyntax function => (function.Body, function.ExpressionBody?.Expression),
            _ => (null, null),
        };
        if (body is { Statements: { Count: 1 } statements } && statements[0] is ReturnStatementSyntax { Expression: { } returned })
            expression = returned;
        return expression is not null && IsPlain(expression);
    }

    private static bool IsPlain(ExpressionSyntax expression)
    {
        var compares = false;
        foreach (var node in expression.DescendantNodesAndSelf())
        {
            compares |= node is BinaryExpressionSyntax or IsPatternExpressionSyntax;
            switch (node)
            {
                case PatternSyntax or LiteralExpressionSyntax or NameSyntax or ThisExpressionSyntax or ParenthesizedExpressionSyntax or IsPatternExpressionSyntax or PredefinedTypeSyntax:
                case MemberAccessExpressionSyntax or ConditionalExpressionSyntax:
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression or (int)SyntaxKind.UnaryMinusExpression }:
                case BinaryExpressionSyntax { RawKind: not (int)SyntaxKind.DivideExpression and not (int)SyntaxKind.ModuloExpression }:
                    continue;
                default:
                    return false;
            }
        }

        // What returns a constant stands for code that is not written yet.
        return compares;
    }
}
