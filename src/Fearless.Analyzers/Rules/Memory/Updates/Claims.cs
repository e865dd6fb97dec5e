using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A flag that is tested, and set if the test says so: two threads may both find it unset. And a state that is read again in each arm of a decision.</summary>
internal static class Claims
{
    public const string Claim = "Claim", Reread = "Reread";

    public static IEnumerable<UpdateFinding> In(TypeFacts facts, ISymbol member, IReadOnlyList<AtomicUse> uses)
    {
        foreach (var load in uses)
        {
            if (load.Kind != AtomicUseKind.Load || load.Access.Locks.Count > 0)
                continue;
            if (TestOf(load.Operation) is not { } test)
                continue;
            if (EarlierArm(test, load, uses) is { } earlier && IsWrittenElsewhere(facts, member, load.Access))
            {
                yield return new UpdateFinding(
                    load.Access.Syntax, earlier.Access.Syntax,
                    $"'{member.Name}' is read again here, after line {earlier.Access.Syntax.Line()}: another thread may change it in between, and the decision then fits neither value",
                    "read it once into a local variable, and decide on that", Reread);
                continue;
            }

            if (HigherMark(load, test, uses) is { } mark && ConcurrencyEvidence.OverlapsItself(facts, mark.Access) && !SteppedUpdates.HasOneWriter(facts, member))
            {
                yield return new UpdateFinding(
                    mark.Access.Syntax, load.Access.Syntax,
                    $"'{member.Name}' is compared at line {load.Access.Syntax.Line()} and stored here: another thread may store a better value in between, and this one overwrites it",
                    "compare and store in one step with Interlocked.CompareExchange in a loop");
                continue;
            }

            foreach (var store in uses)
            {
                if (IsCount(store) && store.Access.Locks.Count == 0 && SteppedUpdates.IsSamePlace(load, store) && load.Operation.UsedBy() is IBinaryOperation
                    && test.WhenTrue.Syntax.Span.Contains(store.Operation.Syntax.Span) && ConcurrencyEvidence.OverlapsItself(facts, store.Access))
                {
                    yield return new UpdateFinding(
                        load.Access.Syntax, store.Access.Syntax,
                        $"'{member.Name}' is compared here and counted at line {store.Access.Syntax.Line()}: several threads pass the comparison in between, and the limit does not hold",
                        "count first and look at the result, or use Interlocked.CompareExchange in a loop");
                    break;
                }

                if (store.Kind == AtomicUseKind.Store && store.Access.Locks.Count == 0 && store.Value?.ConstantValue.HasValue == true
                    && SteppedUpdates.IsSamePlace(load, store) && ClaimedRegion.Of(test, store.Operation) is { } region && region.HasWork
                    && !IsClaimedOtherwise(load.Access, store.Access)
                    && (region.HasAwait || IsOnlyUsedIn(facts, member, load.Access.Body)) && ConcurrencyEvidence.OverlapsItself(facts, store.Access))
                {
                    yield return new UpdateFinding(
                        load.Access.Syntax, store.Access.Syntax,
                        $"'{member.Name}' is tested here and set at line {store.Access.Syntax.Line()}: a second thread passes the test in between, and both do what follows",
                        "claim it in one step with Interlocked.CompareExchange, or use a lock", Claim);
                    break;
                }
            }
        }
    }

    /// <summary><c>if (value &gt; _max) _max = value;</c>: the store of what was compared.</summary>
    private static AtomicUse? HigherMark(AtomicUse load, IConditionalOperation test, IReadOnlyList<AtomicUse> uses)
    {
        if (load.Operation.UsedBy() is not IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThanOrEqual,
            } comparison)
        {
            return null;
        }

        var other = comparison.LeftOperand.Unwrap() == load.Operation ? comparison.RightOperand : comparison.LeftOperand;
        foreach (var store in uses)
        {
            if (store.Kind == AtomicUseKind.Store && store.Access.Locks.Count == 0 && SteppedUpdates.IsSamePlace(load, store) && test.WhenTrue.Syntax.Span.Contains(store.Operation.Syntax.Span)
                && store.Value is { ConstantValue.HasValue: false } value && value.Unwrap().Syntax.IsEquivalentTo(other.Unwrap().Syntax, topLevel: false))
            {
                return store;
            }
        }

        return null;
    }

    /// <summary>A step whose result nobody looks at.</summary>
    private static bool IsCount(AtomicUse use) => use.Kind == AtomicUseKind.Update
        && use.Operation is IInvocationOperation { TargetMethod.Name: "Increment" or "Decrement", Parent: IExpressionStatementOperation };

    /// <summary>The decision that the value is part of.</summary>
    public static IConditionalOperation? TestOf(IOperation value)
    {
        for (IOperation? child = value, current = value.UsedBy(); current is not null; child = current, current = current.Parent)
        {
            switch (current)
            {
                case IUnaryOperation or IBinaryOperation or IIsPatternOperation or IParenthesizedOperation or IConversionOperation:
                    break;
                case IConditionalOperation conditional when conditional.Condition == child:
                    return conditional;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Something in between is one step, and decides who goes on.</summary>
    private static bool IsClaimedOtherwise(StorageAccess load, StorageAccess store)
    {
        foreach (var operation in load.Body.Root.Descendants())
        {
            if (operation is IInvocationOperation { TargetMethod: { Name: "Exchange" or "CompareExchange" or "Increment" or "Decrement" or "TryEnter" } }
                && operation.Syntax.SpanStart > load.Syntax.SpanStart && operation.Syntax.SpanStart < store.Syntax.SpanStart)
            {
                return true;
            }
        }

        return false;
    }

    private static AtomicUse? EarlierArm(IConditionalOperation test, AtomicUse load, IReadOnlyList<AtomicUse> uses)
    {
        // 'else if' is a conditional in the other's false branch, and nothing else is there.
        for (var chain = test; chain.Parent is IConditionalOperation outer && outer.WhenFalse == chain; chain = outer)
        {
            foreach (var other in uses)
            {
                if (other.Kind == AtomicUseKind.Load && other != load && SteppedUpdates.IsSamePlace(other, load) && TestOf(other.Operation) == outer)
                    return other;
            }
        }

        return null;
    }

    private static bool IsWrittenElsewhere(TypeFacts facts, ISymbol member, StorageAccess load)
    {
        foreach (var access in facts.AccessesTo(member))
        {
            if (access.Body != load.Body && AtomicUse.Of(access) is { Kind: not AtomicUseKind.Load })
                return true;
        }

        return false;
    }

    /// <summary>Nobody else looks at it: it is volatile or atomic because this very code may run on several threads.</summary>
    private static bool IsOnlyUsedIn(TypeFacts facts, ISymbol member, MemberBody body)
    {
        foreach (var access in facts.AccessesTo(member))
        {
            if (access.Body != body)
                return false;
        }

        return true;
    }
}
