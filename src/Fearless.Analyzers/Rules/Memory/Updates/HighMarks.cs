using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary><c>if (value &gt; _max) _max = value;</c>: the highest or lowest value so far, compared in one step and stored in another.</summary>
internal static class HighMarks
{
    public static IEnumerable<UpdateFinding> In(TypeFacts facts, ISymbol member, IReadOnlyList<AtomicUse> uses)
    {
        foreach (var load in uses)
        {
            if (load.Kind == AtomicUseKind.Load && load.Access.Locks.Count == 0 && MarkOf(load, uses) is { } mark
                && ConcurrencyEvidence.OverlapsItself(facts, mark.Access) && !SteppedUpdates.HasOneWriter(facts, member))
            {
                yield return new UpdateFinding(
                    mark.Access.Syntax, load.Access.Syntax,
                    $"'{member.Name}' is compared at line {load.Access.Syntax.Line()} and stored here: another thread may store a better value in between, and this one overwrites it",
                    "compare and store in one step with Interlocked.CompareExchange in a loop");
            }
        }
    }

    /// <summary>The store of what the value was compared with.</summary>
    private static AtomicUse? MarkOf(AtomicUse load, IReadOnlyList<AtomicUse> uses)
    {
        var body = load.Access.Body;
        var trail = ValueTrail.OfSame(load.Operation, body.Sources);
        List<Decision>? decisions = null;
        foreach (var operation in body.Root.Descendants())
        {
            if (operation is not IBinaryOperation
                {
                    OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThanOrEqual,
                } comparison)
            {
                continue;
            }

            var other = trail.IsAt(comparison.LeftOperand.Unwrap()) ? comparison.RightOperand : trail.IsAt(comparison.RightOperand.Unwrap()) ? comparison.LeftOperand : null;
            if (other is null)
                continue;
            foreach (var store in uses)
            {
                if (store.Kind == AtomicUseKind.Store && store.Access.Locks.Count == 0 && SteppedUpdates.IsSamePlace(load, store)
                    && store.Value is { ConstantValue.HasValue: false } value && value.Unwrap().Syntax.IsEquivalentTo(other.Unwrap().Syntax, topLevel: false)
                    && (decisions ??= Decision.On(trail, body.Root)).Exists(decision => decision.Governs(store.Operation)))
                {
                    return store;
                }
            }
        }

        return null;
    }
}
