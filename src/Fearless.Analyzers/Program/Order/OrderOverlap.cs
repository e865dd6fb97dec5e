using System;
using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

/// <summary>Whether several threads may come to the edges of a cycle at one time, each waiting for what the next one holds.</summary>
internal sealed class OrderOverlap(Func<INamedTypeSymbol, TypeFacts?> types, WriterClasses writers)
{
    public bool IsPossible(IReadOnlyList<OrderEdge> cycle)
    {
        for (var i = 0; i < cycle.Count; i++)
        {
            var next = cycle[(i + 1) % cycle.Count];
            if (!Excludes(cycle[i].Acquired, next.Held, next.From) || IsOneThread(cycle[i], next))
                return false;
        }

        return !HaveCommonGate(cycle);
    }

    /// <summary>Whoever wants the lock waits for whoever holds it. Two readers wait for each other only if a writer stands between them.</summary>
    private bool Excludes(AcquiredLock wanted, HeldLock held, ISymbol lockClass) => (wanted.Mode, held.Mode) switch
    {
        (LockMode.Exclusive, _) or (_, LockMode.Exclusive) or (LockMode.Upgradeable, LockMode.Upgradeable) => true,
        _ => writers.Contains(lockClass),
    };

    /// <summary>All threads that come here come there only when they have left here.</summary>
    private bool IsOneThread(OrderEdge one, OrderEdge other)
    {
        if (NameOfThread(one.Function.Key) is { } name && name == NameOfThread(other.Function.Key))
            return true;
        return OnlyRootOf(one.Function.Key) is { Kind: ThreadRootKind.Work, Site: { OverlapsItself: false } } root && root == OnlyRootOf(other.Function.Key);
    }

    private static string? NameOfThread(FunctionKey function)
    {
        if (function.Part is SpawnSite { Description.Thread: { } started })
            return started;
        if (function.Part is not null || (function.Method.Marker("ThreadAffineAttribute") ?? function.Method.ContainingType.Marker("ThreadAffineAttribute")) is not { } marker)
            return null;
        return marker.Argument() as string;
    }

    private ThreadRoot? OnlyRootOf(FunctionKey function)
    {
        if (types(function.Method.ContainingType) is not { } facts)
            return null;
        if (function.Part is SpawnSite site)
            return facts.Calls.RootOf(site);
        if (function.Part is not null)
            return null;
        ThreadRoot? only = null;
        foreach (var root in facts.Roots.Of(function.Method))
        {
            if (only is not null)
                return null;
            only = root;
        }

        return only;
    }

    /// <summary>A lock that all of them hold, so that only one of them is on its way at a time.</summary>
    private bool HaveCommonGate(IReadOnlyList<OrderEdge> cycle)
    {
        foreach (var gate in HeldAt(cycle[0]))
        {
            if (IsInCycle(gate, cycle))
                continue;
            var isCommon = true;
            for (var i = 1; i < cycle.Count && isCommon; i++)
                isCommon = IsSameObject(gate, cycle[0], cycle[i]) && Contains(HeldAt(cycle[i]), gate);
            if (isCommon)
                return true;
        }

        return false;
    }

    private List<AccessPath> HeldAt(OrderEdge edge)
    {
        var held = new List<AccessPath>();
        foreach (var one in edge.Locks)
        {
            if (one.Mode == LockMode.Exclusive)
                held.Add(one.Path);
        }

        if (edge.Function.Key.Part is null && types(edge.Function.Method.ContainingType) is { } facts)
        {
            foreach (var entry in facts.Structure.Entry.Of(edge.Function.Method))
            {
                if (entry.Scope == LockScope.Own)
                    held.Add(AccessPath.This.Follow(entry.Steps));
                else if (entry is { Scope: LockScope.Static, Steps: { IsEmpty: false } steps } && steps[0].Member is { } member)
                    held.Add(AccessPath.OfStatic(member).Follow(steps.RemoveAt(0)));
            }
        }

        return held;
    }

    private static bool IsInCycle(AccessPath gate, IReadOnlyList<OrderEdge> cycle)
    {
        foreach (var edge in cycle)
        {
            if (gate.Equals(edge.Held.Path) || gate.Equals(edge.Acquired.Path))
                return true;
        }

        return false;
    }

    /// <summary>The name means one and the same object in both.</summary>
    private static bool IsSameObject(AccessPath gate, OrderEdge one, OrderEdge other) =>
        gate.Root == PathRoot.Static || (gate.Root == PathRoot.This && SymbolEqualityComparer.Default.Equals(one.Function.Method.ContainingType, other.Function.Method.ContainingType))
        || (gate.Variable is ILocalSymbol && one.Function.Body == other.Function.Body);

    private static bool Contains(List<AccessPath> paths, AccessPath wanted)
    {
        foreach (var path in paths)
        {
            if (path.Equals(wanted))
                return true;
        }

        return false;
    }
}
