using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>The locks around an operation, read off the structure of its body: <c>lock</c>, and a <c>try</c> whose <c>finally</c> releases what was taken before it.</summary>
internal static class EnclosingLocks
{
    public static ImmutableArray<LockStep> Of(IOperation operation, MethodSummary summary)
    {
        var steps = ImmutableArray.CreateBuilder<LockStep>();
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            foreach (var step in summary.Acquired)
            {
                if (around is ILockOperation locked ? locked.LockedValue.Syntax == step.Syntax : around is ITryOperation { Finally: { } last } && IsReleasedIn(last, step, summary))
                    steps.Add(step);
            }
        }

        return steps.ToImmutable();
    }

    private static bool IsReleasedIn(IBlockOperation block, LockStep step, MethodSummary summary)
    {
        foreach (var released in summary.Released)
        {
            if (block.Syntax.Span.Contains(released.Syntax.Span) && released.Path.Equals(step.Path) && released.Effect.Mode == step.Effect.Mode
                && step.Syntax.SpanStart < block.Syntax.SpanStart)
            {
                return true;
            }
        }

        return false;
    }
}
