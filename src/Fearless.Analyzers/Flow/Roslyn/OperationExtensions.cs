using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

internal static class OperationExtensions
{
    /// <summary>The operation without conversions and parentheses around it: what the value really is.</summary>
    public static IOperation Unwrap(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The parent, past the conversions and parentheses around the value.</summary>
    public static IOperation? UsedBy(this IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
            parent = parent.Parent;
        return parent;
    }

    /// <summary><c>_</c>, also where a declaration is asked for (<c>out var _</c>).</summary>
    public static bool IsDiscard(this IOperation target) =>
        target.Unwrap() is IDiscardOperation or IDeclarationExpressionOperation { Expression: IDiscardOperation };
}
