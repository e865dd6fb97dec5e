using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>The field that a finding is about, by the node that was reported.</summary>
internal static class GuardedField
{
    public static IFieldSymbol? Of(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        // The field itself; an element of it, or a call on it.
        for (var current = node; current is ExpressionSyntax; current = Inner(current))
        {
            if (model.GetSymbolInfo(current, cancellationToken).Symbol is IFieldSymbol field)
                return field;
        }

        return null;
    }

    private static SyntaxNode? Inner(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => call.Expression,
        MemberAccessExpressionSyntax access => access.Expression,
        ElementAccessExpressionSyntax element => element.Expression,
        AssignmentExpressionSyntax assignment => assignment.Left,
        PostfixUnaryExpressionSyntax postfix => postfix.Operand,
        PrefixUnaryExpressionSyntax prefix => prefix.Operand,
        ConditionalAccessExpressionSyntax conditional => conditional.Expression,
        ParenthesizedExpressionSyntax parenthesized => parenthesized.Expression,
        _ => null,
    };
}
