using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Members that are tested or measured, and read again where another thread may have changed them in between.</summary>
internal static class StaleReads
{
    public static IEnumerable<StaleRead> Of(ISymbol member, TypeFacts facts)
    {
        if (member is IEventSymbol || !CanBeNull(MemberType.Of(member)) || MemberType.IsReadOnly(member))
            yield break;
        var accesses = facts.AccessesTo(member);
        var clears = new List<StorageAccess>();
        foreach (var access in accesses)
        {
            if (IsClear(access))
                clears.Add(access);
        }

        if (clears.Count > 0)
        {
            foreach (var found in OfTests(facts, accesses, clears))
                yield return found;
        }

        if (OfLengths(facts, accesses) is { } measured)
            yield return measured;
    }

    /// <summary>An array or list that others replace is measured, and then read again for an element.</summary>
    private static StaleRead? OfLengths(TypeFacts facts, IReadOnlyList<StorageAccess> accesses)
    {
        foreach (var use in accesses)
        {
            if (use.IsWrite || use.IsAlias || use.IsLocked || !use.IsOnThis || !IsIndexed(use.Reference) || MeasureBefore(accesses, use) is not { } measure)
                continue;
            foreach (var other in accesses)
            {
                if (other.IsWrite && !other.IsAlias && other.Body != use.Body && other.Reference.UsedBy() is not ICompoundAssignmentOperation && IsConcurrent(facts, use, other)
                    && !Modes.AreApart(use, other, facts))
                {
                    return new StaleRead(use, measure, other, isMeasured: true);
                }
            }
        }

        return null;
    }

    private static StorageAccess? MeasureBefore(IReadOnlyList<StorageAccess> accesses, StorageAccess use)
    {
        foreach (var measure in accesses)
        {
            if (!measure.IsWrite && !measure.IsAlias && measure.Body == use.Body && measure.Context == use.Context && measure.Path.Equals(use.Path)
                && measure.Syntax.SpanStart < use.Syntax.SpanStart
                && measure.Reference.UsedBy() is IPropertyReferenceOperation { Property.Name: "Length" or "Count" } length && length.Instance?.Unwrap() == measure.Reference)
            {
                return measure;
            }
        }

        return null;
    }

    private static bool IsIndexed(IOperation reference) => reference.UsedBy() switch
    {
        IArrayElementReferenceOperation element => element.ArrayReference.Unwrap() == reference,
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } arguments } property =>
            property.Instance?.Unwrap() == reference && arguments[0].Value.Type?.SpecialType == SpecialType.System_Int32,
        _ => false,
    };

    private static IEnumerable<StaleRead> OfTests(TypeFacts facts, IReadOnlyList<StorageAccess> accesses, List<StorageAccess> clears)
    {
        // One finding for each test: the first use after it.
        var reported = new HashSet<SyntaxNode>();
        foreach (var use in accesses)
        {
            if (use.IsWrite || use.IsAlias || use.IsAtomic || !use.IsOnThis || !IsDereferenced(use.Reference) || TestBefore(accesses, use) is not { } test)
                continue;
            foreach (var clear in clears)
            {
                if (!ConcurrencyEvidence.SharesLock(use, clear) && IsConcurrent(facts, use, clear) && !Modes.AreApart(use, clear, facts) && !ClaimedCode.Excludes(use, clear, facts))
                {
                    if (reported.Add(test.Syntax))
                        yield return new StaleRead(use, test, clear, isMeasured: false);
                    break;
                }
            }
        }
    }

    private static bool IsConcurrent(TypeFacts facts, StorageAccess use, StorageAccess clear)
    {
        if (ConcurrencyEvidence.IsOrderedByOwnWork(use) || ConcurrencyEvidence.IsOrderedByOwnWork(clear))
            return false;
        var isMarked = use.Member is IFieldSymbol { IsVolatile: true } || clear.IsAtomic;
        if (use.Body == clear.Body)
            return (isMarked || ConcurrencyEvidence.IsInWork(facts, use)) && ConcurrencyEvidence.OverlapsItself(facts, use);
        return isMarked || clear.Locks.Count > 0
            ? ConcurrencyEvidence.MayOverlap(facts, use, clear)
            : ConcurrencyEvidence.IsBetweenWork(facts, use, clear);
    }

    /// <summary>The same member, found not to be null: nothing in between stores to it or keeps the lock.</summary>
    private static StorageAccess? TestBefore(IReadOnlyList<StorageAccess> accesses, StorageAccess use)
    {
        StorageAccess? found = null;
        foreach (var test in accesses)
        {
            if (test.Body == use.Body && test.Context == use.Context && !test.IsWrite && test.Syntax.SpanStart < use.Syntax.SpanStart && test.Path.Equals(use.Path)
                && !ConcurrencyEvidence.SharesLock(test, use) && NullTests.Guards(test.Reference, use.Reference)
                && (found is null || test.Syntax.SpanStart > found.Syntax.SpanStart))
            {
                found = test;
            }
        }

        if (found is null)
            return null;
        foreach (var store in accesses)
        {
            if (store.IsWrite && store.Body == use.Body && store.Syntax.SpanStart > found.Syntax.SpanStart && store.Syntax.SpanStart < use.Syntax.SpanStart)
                return null;
        }

        return found;
    }

    public static bool IsClear(StorageAccess access)
    {
        if (!access.IsWrite || access.IsAlias)
            return false;
        var value = access.Reference.UsedBy() switch
        {
            ISimpleAssignmentOperation assignment => assignment.Value,
            IArgumentOperation { Parent: IInvocationOperation { Arguments.Length: >= 2, TargetMethod.Name: "Exchange" or "Write" or "CompareExchange" } call } => call.Arguments[1].Value,
            _ => null,
        };
        return value?.Unwrap() is { } stored && (stored is IDefaultValueOperation || stored.ConstantValue is { HasValue: true, Value: null });
    }

    /// <summary>The program fails here if it is null.</summary>
    private static bool IsDereferenced(IOperation reference) => reference.UsedBy() switch
    {
        IInvocationOperation call => call.Instance?.Unwrap() == reference && !call.TargetMethod.IsExtensionMethod,
        IPropertyReferenceOperation { Property.Name: not "HasValue" } property => property.Instance?.Unwrap() == reference,
        IFieldReferenceOperation field => field.Instance?.Unwrap() == reference,
        IArrayElementReferenceOperation element => element.ArrayReference.Unwrap() == reference,
        IForEachLoopOperation => true,
        _ => false,
    };

    private static bool CanBeNull(ITypeSymbol? type) =>
        type is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
}
