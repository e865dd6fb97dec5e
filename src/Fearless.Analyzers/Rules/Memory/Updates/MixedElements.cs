using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Elements of an array that some code updates in one step, and other code in several.</summary>
internal static class MixedElements
{
    /// <summary>The plain updates, each with an atomic one that it gets in the way of. Plain stores may belong to a set-up, and are left out.</summary>
    public static IEnumerable<(IOperation Element, IOperation Atomic)> In(TypeFacts facts, IFieldSymbol field)
    {
        if (field.Type is not IArrayTypeSymbol || FirstAtomic(facts, field) is not { } atomic)
            yield break;
        foreach (var access in facts.AccessesTo(field))
        {
            if (access.IsOnThis && !access.HoldsStrangeLock && ElementOf(access) is { } element && element.UsedBy() is IIncrementOrDecrementOperation or ICompoundAssignmentOperation
                && AccessSyntax.IsWrite(element) && !ConcurrencyEvidence.SharesLock(access, atomic.Access) && !ConcurrencyEvidence.IsOrderedByOwnWork(access))
            {
                yield return (element, atomic.Element);
            }
        }
    }

    private static (StorageAccess Access, IOperation Element)? FirstAtomic(TypeFacts facts, IFieldSymbol field)
    {
        foreach (var access in facts.AccessesTo(field))
        {
            if (access.IsOnThis && ElementOf(access) is { } element
                && element.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: not "Read", ContainingType: { Name: "Interlocked" } owner } } }
                && owner.ContainingNamespace.IsNamed("System.Threading"))
            {
                return (access, element);
            }
        }

        return null;
    }

    private static IArrayElementReferenceOperation? ElementOf(StorageAccess access) =>
        access.Reference.UsedBy() is IArrayElementReferenceOperation element && element.ArrayReference.Unwrap() == access.Reference ? element : null;
}
