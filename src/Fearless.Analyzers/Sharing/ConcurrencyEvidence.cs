using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Whether anything in a type's own code says that several threads use its objects. A type that nothing marks gets no finding: most objects
/// belong to one thread at a time, and only their authors know.
/// </summary>
internal static class ConcurrencyEvidence
{
    /// <summary>It takes a lock, starts work, uses atomics or a concurrent collection.</summary>
    public static bool Of(TypeFacts facts)
    {
        foreach (var body in facts.Bodies)
        {
            if (body.Facts is { } found && (found.Acquisitions.Count > 0 || HasWork(found)))
                return true;
        }

        foreach (var member in facts.Members)
        {
            if (IsAtomic(facts, member) || IsConcurrentCollection(MemberType.Of(member)))
                return true;
        }

        return false;
    }

    /// <summary>The same, or the member is static: every thread can reach it.</summary>
    public static bool Of(TypeFacts facts, ISymbol member) => member.IsStatic || Of(facts);

    /// <summary>Volatile, or accessed through <c>Interlocked</c> or <c>Volatile</c> somewhere.</summary>
    public static bool IsAtomic(TypeFacts facts, ISymbol member)
    {
        if (member is IFieldSymbol { IsVolatile: true })
            return true;
        foreach (var access in facts.AccessesTo(member))
        {
            if (access.IsAtomic && access.Part is null)
                return true;
        }

        return false;
    }

    public static bool IsConcurrentCollection(ITypeSymbol? type) =>
        type is { Name: var name } && (name.StartsWith("Concurrent", System.StringComparison.Ordinal) || name == "BlockingCollection")
        && type.ContainingNamespace.IsNamed("System.Collections.Concurrent");

    /// <summary>Two threads may run the code at once: anybody may call it, or the work that runs it may overlap itself or other such work.</summary>
    public static bool OverlapsItself(TypeFacts facts, StorageAccess access)
    {
        var known = 0;
        string? turns = null;
        foreach (var root in facts.RootsOf(access))
        {
            switch (root.Kind)
            {
                case ThreadRootKind.Entry when CallersInTurn.ContractOf(root.Member) is { } contract:
                    known += turns == contract ? 0 : 1;
                    turns = contract;
                    break;
                case ThreadRootKind.Entry:
                    return true;
                case ThreadRootKind.Work when root.Site is { OverlapsItself: true }:
                    return true;
                case ThreadRootKind.Work:
                    known++;
                    break;
            }
        }

        return known > 1;
    }

    /// <summary>Two threads may be at these two places at once, as far as the type's own code says.</summary>
    public static bool MayOverlap(TypeFacts facts, StorageAccess first, StorageAccess second)
    {
        foreach (var one in facts.RootsOf(first))
        {
            foreach (var other in facts.RootsOf(second))
            {
                if (IsKnown(one) && IsKnown(other) && !AreInTurn(one, other) && (one != other || one.Kind == ThreadRootKind.Entry || one.Site is { OverlapsItself: true }))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The type itself starts work that comes to one of the two places.</summary>
    public static bool IsBetweenWork(TypeFacts facts, StorageAccess first, StorageAccess second) =>
        (IsInWork(facts, first) || IsInWork(facts, second)) && MayOverlap(facts, first, second);

    /// <summary>Its body starts work later on, or has waited for the work that it started: nothing else is running, as far as it goes.</summary>
    public static bool IsOrderedByOwnWork(StorageAccess access)
    {
        if (access.Context != ThreadContext.Main || (access.Fact.Running & (access.Body.Facts?.Work ?? 0)) != 0)
            return false;
        foreach (var site in access.Body.Facts?.Spawns ?? [])
        {
            if (site.Context.Depth == 1 && site.Bit != 0 && site.Starts.Count > 0 && !site.IsRest)
                return true;
        }

        return false;
    }

    public static bool SharesLock(StorageAccess first, StorageAccess second)
    {
        foreach (var name in first.Locks)
        {
            if (second.Holds(name, second.IsWrite))
                return true;
        }

        foreach (var name in second.Locks)
        {
            if (first.Holds(name, first.IsWrite))
                return true;
        }

        return false;
    }

    public static bool IsInWork(TypeFacts facts, StorageAccess access)
    {
        foreach (var root in facts.RootsOf(access))
        {
            if (root.Kind == ThreadRootKind.Work)
                return true;
        }

        return false;
    }

    private static bool HasWork(BodyFacts facts)
    {
        foreach (var site in facts.Spawns)
        {
            if (!site.IsRest)
                return true;
        }

        return false;
    }

    private static bool AreInTurn(ThreadRoot one, ThreadRoot other) => one.Kind == ThreadRootKind.Entry && other.Kind == ThreadRootKind.Entry
        && CallersInTurn.ContractOf(one.Member) is { } contract && contract == CallersInTurn.ContractOf(other.Member);

    /// <summary>Not a finalizer: when it runs, nobody else has the object.</summary>
    private static bool IsKnown(ThreadRoot root) => root.Kind is ThreadRootKind.Entry or ThreadRootKind.Work;
}
