using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Something that one of several is to get or to do: a look says that it is still to be had, and it is taken in a second step.</summary>
internal sealed class Claims(TypeFacts facts, ISymbol member, IReadOnlyList<AtomicUse> uses, Identities identities)
{
    public const string Claim = "Claim";

    public IEnumerable<UpdateFinding> Find()
    {
        foreach (var load in uses)
        {
            if (load.Kind != AtomicUseKind.Load || load.Access.Locks.Count > 0)
                continue;
            var decisions = Decision.On(ValueTrail.Of(load.Operation, load.Access.Body.Sources), load.Access.Body.Root);
            if (decisions.Count > 0 && Behind(load, decisions) is { } finding)
                yield return finding;
        }
    }

    private UpdateFinding? Behind(AtomicUse load, List<Decision> decisions)
    {
        foreach (var act in uses)
        {
            if (act.Kind == AtomicUseKind.Load || act.Access.Locks.Count > 0 || !SteppedUpdates.IsSamePlace(load, act) || act.Access.Syntax == load.Access.Syntax
                || !ConcurrencyEvidence.OverlapsItself(facts, act.Access) || SteppedUpdates.HasOneWriter(facts, member))
            {
                continue;
            }

            foreach (var decision in decisions)
            {
                if (!decision.Governs(act.Operation))
                    continue;
                if (IsCount(act) && IsCompared(load) && !IsClaimedOtherwise(load, act))
                    return OfCount(load, act);
                if (act.Kind == AtomicUseKind.Store && ClaimedRegion.Of(decision, act.Operation) is { } region && IsClaim(load, act, region, decision))
                    return OfClaim(load, act);
            }
        }

        return null;
    }

    private bool IsClaim(AtomicUse load, AtomicUse store, ClaimedRegion region, Decision decision)
    {
        if (store.Value is not { } value || IsSetUp(load) || IsClaimedOtherwise(load, store) || IsTheComparedValue(value, decision, store))
            return false;
        if (value.ConstantValue.HasValue || value.Unwrap() is IDefaultValueOperation)
        {
            return (MemberType.Of(member) is { IsReferenceType: true } ? region.HasWorkAfter && !IsUsedBefore(load, store) : region.HasWork || region.TellsWhoWasFirst)
                && (region.HasAwait || region.TellsWhoWasFirst || IsOnlyUsedBy(load, store) || (IsGivenBack(store) && !Sharing.Disposals.IsOne(load.Access.Body.Owner)));
        }

        // A mark that is renewed: whoever comes in between does the same once more. And an object of which there should be one.
        return MemberType.Of(member) is { IsReferenceType: true }
            ? MadeIn(value, store.Access.Body) is { } made && identities.Matters(made.Type) && !IsFilledFirst(made, value, store)
            : MemberType.Of(member) is { IsValueType: true } && region.HasWork && !IsFrom(value, load);
    }

    /// <summary>By its name it makes the object ready, before anybody else has it; that it was called once already, it looks for good measure.</summary>
    private bool IsSetUp(AtomicUse load) => load.Access.Body.Owner is IMethodSymbol owner && SetUps.IsNamedSo(owner, facts);

    /// <summary>What was found is used first and let go then: it is given up, not claimed.</summary>
    private static bool IsUsedBefore(AtomicUse load, AtomicUse store)
    {
        var trail = ValueTrail.OfSame(load.Operation, load.Access.Body.Sources);
        foreach (var operation in load.Access.Body.Root.Descendants())
        {
            if (operation != load.Operation && operation.Syntax.SpanStart < store.Operation.Syntax.SpanStart && trail.IsAt(operation)
                && operation.UsedBy() is IInvocationOperation or IArgumentOperation or IPropertyReferenceOperation or IConditionalAccessOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The object that is stored is made here, for the purpose.</summary>
    private static IObjectCreationOperation? MadeIn(IOperation value, MemberBody body)
    {
        if (value.Unwrap() is IObjectCreationOperation direct)
            return direct;
        if (value.Unwrap() is not ILocalReferenceOperation { Local: var local })
            return null;
        foreach (var source in body.Sources.Of(local))
        {
            if (source.Step == ValueStep.Whole && source.Operation.Unwrap() is IObjectCreationOperation made)
                return made;
        }

        return null;
    }

    /// <summary>A collection that is complete when it is stored is a cache: whoever comes second makes the same.</summary>
    private static bool IsFilledFirst(IObjectCreationOperation made, IOperation value, AtomicUse store)
    {
        if (!ChangedValues.IsPlainCollection(made.Type) && !ConcurrencyEvidence.IsConcurrentCollection(made.Type))
            return false;
        if (!made.Arguments.IsEmpty || made.Initializer is not null)
            return true;
        var trail = ValueTrail.OfSame(made, store.Access.Body.Sources);
        foreach (var operation in store.Access.Body.Root.Descendants())
        {
            if (operation != value.Unwrap() && trail.IsAt(operation) && operation is ILocalReferenceOperation && operation.Syntax.SpanStart < store.Operation.Syntax.SpanStart && ChangedValues.IsChange(operation))
                return true;
        }

        return false;
    }

    /// <summary>Computed from what was loaded: that is an update, and another finding.</summary>
    private static bool IsFrom(IOperation value, AtomicUse load) => ValueTrail.Of(load.Operation, load.Access.Body.Sources).IsIn(value);

    /// <summary><c>if (x != value) x = value;</c>, <c>if (x == Closed) x = Closed;</c>: whoever comes second stores the same.</summary>
    private static bool IsTheComparedValue(IOperation value, Decision decision, AtomicUse store)
    {
        var isConstant = value.Unwrap().ConstantValue.HasValue;
        foreach (var part in decision.Condition.DescendantsAndSelf())
        {
            if (part is not IBinaryOperation binary || !(IsSame(binary.LeftOperand, value) || IsSame(binary.RightOperand, value)))
                continue;
            if (!isConstant || (binary.OperatorKind == BinaryOperatorKind.Equals && CallTests.BranchWhen(binary, true) is { } equal && equal.Syntax.Span.Contains(store.Operation.Syntax.Span)))
                return true;
        }

        return false;
    }

    private static bool IsSame(IOperation one, IOperation other) => one.Unwrap().Syntax.IsEquivalentTo(other.Unwrap().Syntax, topLevel: false);

    /// <summary>A step whose result nobody looks at.</summary>
    private static bool IsCount(AtomicUse use) => use.Kind == AtomicUseKind.Update
        && use.Operation is IInvocationOperation { TargetMethod.Name: "Increment" or "Decrement", Parent: IExpressionStatementOperation };

    /// <summary>A number that is looked at for how large it is.</summary>
    private static bool IsCompared(AtomicUse load)
    {
        var trail = ValueTrail.OfSame(load.Operation, load.Access.Body.Sources);
        foreach (var operation in load.Access.Body.Root.Descendants())
        {
            if (operation is IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean } comparison && (trail.IsAt(comparison.LeftOperand.Unwrap()) || trail.IsAt(comparison.RightOperand.Unwrap())))
                return true;
        }

        return false;
    }

    /// <summary>Something in between is one step, and decides who goes on. The step that stores is none of these.</summary>
    private static bool IsClaimedOtherwise(AtomicUse load, AtomicUse store)
    {
        foreach (var operation in load.Access.Body.Root.Descendants())
        {
            if (operation is IInvocationOperation { TargetMethod: { Name: "Exchange" or "CompareExchange" or "Increment" or "Decrement" or "TryEnter" } } && operation != load.Operation
                && operation.Syntax.SpanStart > load.Access.Syntax.SpanStart && operation.Syntax.Span.End <= store.Operation.Syntax.SpanStart)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Nobody else looks at it: it is volatile or atomic because this very code may run on several threads.</summary>
    private bool IsOnlyUsedBy(AtomicUse load, AtomicUse store)
    {
        foreach (var access in facts.AccessesTo(member))
        {
            if (access.Body != load.Access.Body && access != load.Access.Inner && access != store.Access.Inner)
                return false;
        }

        return true;
    }

    /// <summary>Other code stores something else: it is taken and given back, time and again.</summary>
    private bool IsGivenBack(AtomicUse store)
    {
        foreach (var other in uses)
        {
            if (other.Kind != AtomicUseKind.Load && other.Access.Inner is null && other.Access.Body != store.Access.Body && other.Value?.Unwrap().ConstantValue is { HasValue: true } value
                && !Equals(value.Value, store.Value!.Unwrap().ConstantValue.Value))
            {
                return true;
            }
        }

        return false;
    }

    private UpdateFinding OfCount(AtomicUse load, AtomicUse act) => new(
        load.Access.Syntax, act.Access.Syntax,
        $"'{member.Name}' is compared here and counted at line {act.Access.Syntax.Line()}: several threads pass the comparison in between, and the limit does not hold",
        "count first and look at the result, or use Interlocked.CompareExchange in a loop");

    private UpdateFinding OfClaim(AtomicUse load, AtomicUse store) => new(
        load.Access.Syntax, store.Access.Syntax,
        $"'{member.Name}' is tested here and set at line {store.Access.Syntax.Line()}: a second thread passes the test in between, and both do what follows",
        "claim it in one step with Interlocked.CompareExchange, or use a lock", Claim);
}
