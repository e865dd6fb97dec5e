using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>The locks that a body holds when it returns, whichever way it went, and that are all it is about.</summary>
internal static class TakenLocks
{
    // If in if; deeper, it is about more than locks.
    private const int MaxDepth = 4;

    /// <summary>Null: it does something else as well, or not the same on every way.</summary>
    public static IReadOnlyList<LockStep>? OnEveryWay(MethodSummary summary) => In(summary.Body, summary, 0);

    private static List<LockStep>? In(IOperation? part, MethodSummary summary, int depth)
    {
        if (depth > MaxDepth)
            return null;
        switch (part)
        {
            case IMethodBodyOperation body:
                return In((IOperation?)body.BlockBody ?? body.ExpressionBody, summary, depth);
            case IBlockOperation block:
                var all = new List<LockStep>();
                foreach (var statement in block.Operations)
                {
                    if (In(statement, summary, depth + 1) is not { } steps)
                        return null;
                    all.AddRange(steps);
                }

                return all;
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return In(choice.WhenTrue, summary, depth + 1) is { } one && In(otherwise, summary, depth + 1) is { } other && AreSame(one, other) ? one : null;
            case IExpressionStatementOperation { Operation: var operation }:
                foreach (var step in summary.Acquired)
                {
                    if (step.Syntax == operation.Unwrap().Syntax && step.Effect is { Outcome: LockOutcome.Certain, Flag: null, ReturnsGuard: false })
                        return [step];
                }

                return null;
            case IReturnOperation { ReturnedValue: null } or IEmptyOperation:
                return [];
            default:
                return null;
        }
    }

    private static bool AreSame(List<LockStep> one, List<LockStep> other)
    {
        if (one.Count != other.Count)
            return false;
        foreach (var step in one)
        {
            if (!other.Exists(its => its.Path.Equals(step.Path) && its.Effect.Mode == step.Effect.Mode))
                return false;
        }

        return true;
    }
}
