using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Expressions that can be left out, because to evaluate them does nothing else.</summary>
internal static class PlainExpression
{
    public static bool Is(ExpressionSyntax expression)
    {
        var calls = 0;
        foreach (var node in expression.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax or AwaitExpressionSyntax or InitializerExpressionSyntax { Expressions.Count: > 0 }:
                case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 }:
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }:
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                case InvocationExpressionSyntax when ++calls > 1:
                    return false;
            }
        }

        return true;
    }
}
