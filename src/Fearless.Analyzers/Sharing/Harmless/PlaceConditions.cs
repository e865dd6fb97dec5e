using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>What has to be true for a place to be reached: the tests around it, and those before it that leave the block otherwise.</summary>
internal static class PlaceConditions
{
    /// <param name="place">Somewhere in a body.</param>
    /// <param name="throughFunctions">Also what was true where the lambda was made: only of what never changes.</param>
    public static IEnumerable<(IOperation Condition, bool Outcome)> Of(IOperation place, bool throughFunctions)
    {
        for (var child = place; child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation when !throughFunctions:
                    yield break;
                case IConditionalOperation choice when child != choice.Condition:
                    foreach (var part in Parts(choice.Condition, child == choice.WhenTrue))
                        yield return part;
                    break;
                case IWhileLoopOperation { ConditionIsTop: true, ConditionIsUntil: false, Condition: { } test } loop when child == loop.Body:
                    foreach (var part in Parts(test, true))
                        yield return part;
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both when child == both.RightOperand:
                    foreach (var part in Parts(both.LeftOperand, both.OperatorKind == BinaryOperatorKind.ConditionalAnd))
                        yield return part;
                    break;
                case IBlockOperation block:
                    foreach (var statement in block.Operations)
                    {
                        if (statement == child)
                            break;
                        if (statement is not IConditionalOperation earlier)
                            continue;
                        var outcome = Leaves(earlier.WhenTrue) ? false : earlier.WhenFalse is { } otherwise && Leaves(otherwise) ? true : (bool?)null;
                        foreach (var part in outcome is { } known ? Parts(earlier.Condition, known) : [])
                            yield return part;
                    }

                    break;
            }
        }
    }

    /// <summary>Each test that has this outcome if the whole has.</summary>
    private static IEnumerable<(IOperation Condition, bool Outcome)> Parts(IOperation condition, bool outcome)
    {
        condition = condition.Unwrap();
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            condition = not.Operand.Unwrap();
            outcome = !outcome;
        }

        if (condition is IBinaryOperation { OperatorKind: var kind } both && kind == (outcome ? BinaryOperatorKind.ConditionalAnd : BinaryOperatorKind.ConditionalOr))
        {
            foreach (var part in Parts(both.LeftOperand, outcome))
                yield return part;
            foreach (var part in Parts(both.RightOperand, outcome))
                yield return part;
            yield break;
        }

        yield return (condition, outcome);
    }

    /// <summary>Whoever goes this way does not come to what follows.</summary>
    private static bool Leaves(IOperation branch) => branch switch
    {
        IBlockOperation { Operations: { IsEmpty: false } statements } => Leaves(statements[statements.Length - 1]),
        IReturnOperation or IThrowOperation or IBranchOperation { BranchKind: BranchKind.Continue or BranchKind.Break } => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };
}
