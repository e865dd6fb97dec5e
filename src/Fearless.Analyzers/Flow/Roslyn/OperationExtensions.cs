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

    /// <summary>What the members behind <c>?.</c> are called on.</summary>
    public static IOperation? Instance(this IConditionalAccessOperation access)
    {
        foreach (var operation in access.WhenNotNull.DescendantsAndSelf())
        {
            if (operation is IConditionalAccessInstanceOperation && operation.Syntax == access.Operation.Syntax)
                return operation;
        }

        return null;
    }

    /// <summary>The lambda or local function that it is part of; null: it is the member's own code.</summary>
    public static IOperation? EnclosingFunction(this IOperation operation)
    {
        var at = operation.Parent;
        while (at is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            at = at.Parent;
        return at;
    }

    /// <summary>What the call gives for a parameter, by its place among the parameters.</summary>
    public static IArgumentOperation? ArgumentFor(this IInvocationOperation call, int ordinal)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
                return argument;
        }

        return null;
    }

    /// <summary><c>_</c>, also where a declaration is asked for (<c>out var _</c>).</summary>
    public static bool IsDiscard(this IOperation target) =>
        target.Unwrap() is IDiscardOperation or IDeclarationExpressionOperation { Expression: IDiscardOperation };
}
