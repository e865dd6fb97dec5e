using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A field is tested for null and read again to be used, while another thread may set it to null in between.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaleCheck() : FearlessAnalyzer(Descriptors.FEAR4007_StaleCheck)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Any, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            if (member is IEventSymbol || !CanBeNull(MemberType.Of(member)) || MemberType.IsReadOnly(member))
                continue;
            var accesses = facts.AccessesTo(member);
            var clears = new List<StorageAccess>();
            foreach (var access in accesses)
            {
                if (IsClear(access))
                    clears.Add(access);
            }

            if (clears.Count > 0)
                Check(context, facts, accesses, clears);
            CheckLengths(context, facts, accesses);
        }
    }

    /// <summary>An array or list that others replace is measured, and then read again for an element.</summary>
    private static void CheckLengths(SymbolContext context, TypeFacts facts, IReadOnlyList<StorageAccess> accesses)
    {
        foreach (var use in accesses)
        {
            if (use.IsWrite || use.IsAlias || use.IsLocked || !use.IsOnThis || !IsIndexed(use.Reference) || MeasureBefore(accesses, use) is not { } measure)
                continue;
            foreach (var other in accesses)
            {
                if (other.IsWrite && !other.IsAlias && other.Body != use.Body && other.Reference.UsedBy() is not ICompoundAssignmentOperation && IsConcurrent(facts, use, other))
                {
                    Report(context, use, measure, other, "measured", "replace it");
                    return;
                }
            }
        }
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

    private static void Check(SymbolContext context, TypeFacts facts, IReadOnlyList<StorageAccess> accesses, List<StorageAccess> clears)
    {
        // One finding for each test: the first use after it.
        var reported = new HashSet<SyntaxNode>();
        foreach (var use in accesses)
        {
            if (use.IsWrite || use.IsAlias || use.IsAtomic || !use.IsOnThis || !IsDereferenced(use.Reference) || TestBefore(accesses, use) is not { } test)
                continue;
            foreach (var clear in clears)
            {
                if (!ConcurrencyEvidence.SharesLock(use, clear) && IsConcurrent(facts, use, clear))
                {
                    if (reported.Add(test.Syntax))
                        Report(context, use, test, clear, "found not to be null", "set it to null");
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

    private static bool IsClear(StorageAccess access)
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

    private static void Report(SymbolContext context, StorageAccess use, StorageAccess test, StorageAccess clear, string checkedFor, string change) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR4007_StaleCheck,
            use.Syntax.GetLocation(),
            [test.Syntax.GetLocation(), clear.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty.Add("Copy", test.IsAlias ? test.Syntax.ToString() : null),
            use.Member.Name,
            checkedFor,
            test.Syntax.Line(),
            clear.Syntax.Line(),
            change));
}
