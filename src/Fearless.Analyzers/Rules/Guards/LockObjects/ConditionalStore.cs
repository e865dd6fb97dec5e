using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// A new lock offered to a table of locks: <c>locks.GetOrAdd(key, fresh)</c> keeps the one that is there already, and then the fresh one
/// is a lock that nobody else knows. What has to be locked is what the call returns.
/// </summary>
internal static class ConditionalStore
{
    public static IArgumentOperation? ArgumentOf(IOperation read)
    {
        var value = read;
        while (value.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent is IArgumentOperation { Parameter.Ordinal: 1, Parent: IInvocationOperation { TargetMethod.Name: "GetOrAdd" } } argument
            ? argument
            : null;
    }

    public static bool IsKnownToHaveKeptAnother(IArgumentOperation offered, IOperation lockedAt)
    {
        var call = offered.Parent!;
        if (call.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation })
            return true;

        // if (table.GetOrAdd(key, fresh) != fresh) lock (fresh)
        for (IOperation? child = lockedAt, parent = lockedAt.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (parent is IConditionalOperation conditional && child != conditional.Condition
                && MeansSame(conditional.Condition, call) is { } sameIfTrue)
            {
                return sameIfTrue ? child == conditional.WhenFalse : child == conditional.WhenTrue;
            }
        }

        return false;
    }

    private static bool? MeansSame(IOperation condition, IOperation call)
    {
        switch (condition)
        {
            case IParenthesizedOperation parenthesized:
                return MeansSame(parenthesized.Operand, call);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !MeansSame(not.Operand, call);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                when Is(comparison.LeftOperand, call) || Is(comparison.RightOperand, call):
                return comparison.OperatorKind == BinaryOperatorKind.Equals;
            case IInvocationOperation { TargetMethod.Name: "ReferenceEquals", Arguments.Length: 2 } equals
                when Is(equals.Arguments[0].Value, call) || Is(equals.Arguments[1].Value, call):
                return true;
            default:
                return null;
        }
    }

    private static bool Is(IOperation value, IOperation call) => LockTarget.Unwrap(value) == call;
}
