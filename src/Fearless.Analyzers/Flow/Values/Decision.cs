using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// A place where a value decides how the code goes on: an <c>if</c>, a loop, <c>&amp;&amp;</c>, a <c>switch</c>, <c>??</c>, an early exit. What runs because of
/// it is one question, whatever the statement.
/// </summary>
internal sealed class Decision
{
    private readonly List<(IOperation Code, int From)> _governed = [];

    private Decision(IOperation choice, IOperation condition)
    {
        Choice = choice;
        Condition = condition;
    }

    public IOperation Choice { get; }

    public IOperation Condition { get; }

    /// <summary>The code that leaves because of the decision, before what runs otherwise; null: both ways go on inside the statement.</summary>
    public IOperation? Exit { get; private set; }

    /// <summary>The decisions that the value takes part in, in the order of the source.</summary>
    public static List<Decision> On(ValueTrail value, IOperation root)
    {
        var found = new List<Decision>();
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (Of(operation, value) is { } decision)
                found.Add(decision);
        }

        return found;
    }

    /// <summary>All code that runs, or not, because of it.</summary>
    public IEnumerable<IOperation> Outcomes
    {
        get
        {
            foreach (var (code, _) in _governed)
                yield return code;
        }
    }

    /// <summary>Whether the operation runs depends on it.</summary>
    public bool Governs(IOperation act) => RegionOf(act) is not null;

    /// <summary>The code around the operation that runs, or not, because of the decision, and where in it that begins.</summary>
    public (IOperation Code, int From)? RegionOf(IOperation act)
    {
        if (act.EnclosingFunction() != Choice.EnclosingFunction())
            return null;
        foreach (var (code, from) in _governed)
        {
            if (act.Syntax.SpanStart >= from && code.Syntax.Span.Contains(act.Syntax.Span))
                return (code, from);
        }

        return null;
    }

    private static Decision? Of(IOperation operation, ValueTrail value)
    {
        switch (operation)
        {
            case IConditionalOperation choice when value.IsIn(choice.Condition):
                var decision = new Decision(choice, choice.Condition);
                decision.AddArm(choice.WhenTrue);
                decision.AddArm(choice.WhenFalse);
                decision.AddRest(choice.WhenTrue);
                if (choice.WhenFalse is { } otherwise)
                    decision.AddRest(otherwise);
                return decision;
            case IWhileLoopOperation { Condition: { } condition } loop when value.IsIn(condition):
                var repeated = new Decision(loop, condition);
                repeated.AddArm(loop.Body);
                repeated.AddFollowing();
                return repeated;
            case IForLoopOperation { Condition: { } condition } loop when value.IsIn(condition):
                var counted = new Decision(loop, condition);
                counted.AddArm(loop.Body);
                return counted;
            case ISwitchOperation choice when value.IsIn(choice.Value):
                var switched = new Decision(choice, choice.Value);
                foreach (var section in choice.Cases)
                    switched.AddArm(section);
                return switched;
            case ISwitchExpressionOperation choice when value.IsIn(choice.Value):
                var selected = new Decision(choice, choice.Value);
                foreach (var arm in choice.Arms)
                    selected.AddArm(arm.Value);
                return selected;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both when value.IsIn(both.LeftOperand):
                return With(both, both.LeftOperand, both.RightOperand);
            case ICoalesceOperation coalesce when value.IsIn(coalesce.Value):
                return With(coalesce, coalesce.Value, coalesce.WhenNull);
            case IConditionalAccessOperation access when value.IsIn(access.Operation):
                return With(access, access.Operation, access.WhenNotNull);
            default:
                return null;
        }
    }

    private static Decision With(IOperation choice, IOperation condition, IOperation governed)
    {
        var decision = new Decision(choice, condition);
        decision.AddArm(governed);
        return decision;
    }

    private void AddArm(IOperation? arm)
    {
        if (arm is not null)
            _governed.Add((arm, arm.Syntax.SpanStart));
    }

    /// <summary>The branch leaves: what comes after the statement runs only because it was not taken.</summary>
    private void AddRest(IOperation branch)
    {
        var last = branch;
        while (last is IBlockOperation { Operations: { IsEmpty: false } operations })
            last = operations[operations.Length - 1];
        switch (last)
        {
            case IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation }:
            case IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue or BranchKind.GoTo }:
                Exit ??= branch;
                AddFollowing();
                break;
        }
    }

    /// <summary>What follows in the blocks around, as long as nothing else decides whether it runs.</summary>
    private void AddFollowing()
    {
        for (var around = Choice.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IBlockOperation block:
                    _governed.Add((block, Choice.Syntax.Span.End));
                    break;
                case ITryOperation or IUsingOperation or ILockOperation or ILabeledOperation or IExpressionStatementOperation or ISwitchCaseOperation:
                    break;
                default:
                    return;
            }
        }
    }
}
