using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Which code runs only because a call returned false, or true.</summary>
internal static class CallTests
{
    /// <summary>The branch that runs when the call returned this; null: nothing depends on it.</summary>
    public static IOperation? BranchWhen(IOperation call, bool outcome)
    {
        for (IOperation child = call; child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not }:
                    outcome = !outcome;
                    break;
                case IParenthesizedOperation or IConversionOperation:
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } when outcome:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } when !outcome:
                    break;
                case IConditionalOperation conditional when conditional.Condition == child:
                    if (!outcome && conditional.WhenFalse is null && NullTests.Leaves(conditional.WhenTrue.Syntax))
                        return conditional.Parent as IBlockOperation;
                    return outcome ? conditional.WhenTrue : conditional.WhenFalse;
                case IWhileLoopOperation { ConditionIsTop: true } loop when loop.Condition == child && outcome:
                    return loop.Body;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>True: it is tested for being empty. False: for holding something. Null: neither.</summary>
    public static bool? EmptinessOf(IOperation property, out IOperation test)
    {
        test = property;
        if (property is not IPropertyReferenceOperation { Property.Name: var name })
            return null;
        if (name == "IsEmpty")
            return true;
        if (name != "Count" || property.UsedBy() is not IBinaryOperation { RightOperand: { ConstantValue: { HasValue: true, Value: int bound } } right } binary || right == property)
            return null;
        test = binary;
        return (binary.OperatorKind, bound) switch
        {
            (BinaryOperatorKind.Equals, 0) or (BinaryOperatorKind.LessThan, 1) or (BinaryOperatorKind.LessThanOrEqual, 0) => true,
            (BinaryOperatorKind.NotEquals, 0) or (BinaryOperatorKind.GreaterThan, 0) or (BinaryOperatorKind.GreaterThanOrEqual, 1) => false,
            _ => null,
        };
    }
}
