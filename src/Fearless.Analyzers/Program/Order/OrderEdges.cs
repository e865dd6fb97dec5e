using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

/// <summary>The edges of the lock graph that the bodies of one outermost type make.</summary>
internal sealed class OrderEdges(ProgramGraph graph)
{
    private readonly SummarySolver<Acquisitions> _acquisitions = new(graph, new AcquisitionDomain());
    private readonly AcquisitionDomain _domain = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<OrderEdge>> _known = new(SymbolEqualityComparer.Default);

    /// <summary>What functions acquire, callees included.</summary>
    public SummarySolver<Acquisitions> Acquisitions => _acquisitions;

    /// <summary>In the order of the source.</summary>
    public ImmutableArray<OrderEdge> Of(TypeFacts facts, CancellationToken cancellation)
    {
        if (_known.TryGetValue(facts.Type, out var known))
            return known;
        var edges = new List<OrderEdge>();
        foreach (var body in facts.Bodies)
        {
            if (body.Facts is not { } found || body.Owner is not IMethodSymbol { MethodKind: not MethodKind.StaticConstructor } method || !MayHold(found))
                continue;
            foreach (var part in graph.PartsOf(method, cancellation))
            {
                if (graph.FunctionOf(part, cancellation) is { } function)
                    AddOf(function, IsBeingMade(facts, method, part), edges, cancellation);
            }
        }

        edges.Sort(static (left, right) => SourceOrder.Compare(left.Site, right.Site));
        return _known.GetOrAdd(facts.Type, [.. edges]);
    }

    private static bool MayHold(BodyFacts facts)
    {
        if (facts.Acquisitions.Count > 0)
            return true;
        foreach (var call in facts.Objects.Calls)
        {
            if (!call.Point.Locks.IsEmpty || LazyValues.IsLazyCreation(call))
                return true;
        }

        return false;
    }

    /// <summary>Nobody else has the object yet.</summary>
    private static bool IsBeingMade(TypeFacts facts, IMethodSymbol method, FunctionKey part) => part.Part is null && facts.Roots.IsOnlyConstruction(method);

    private void AddOf(ProgramFunction function, bool isBeingMade, List<OrderEdge> edges, CancellationToken cancellation)
    {
        foreach (var acquisition in function.Body.Facts.Acquisitions)
        {
            if (function.Has(acquisition.Context, acquisition.Syntax) && AcquisitionDomain.Waits(acquisition, function.Method) && AcquisitionDomain.Read(acquisition, function) is { } acquired)
                Add(acquired, acquisition.Before.Locks.Must(), acquisition.Before.Running, function, isBeingMade, edges);
        }

        foreach (var record in function.Records)
        {
            if (LazyValues.IsLazyCreation(record))
                AddLazy(record, function, edges, cancellation);
            if (!record.Point.Locks.IsEmpty && LazyValues.LockOf(record) is { } lazy)
                Add(new AcquiredLock(lazy, lazy.LastMember, LockKind.Lazy, LockMode.Exclusive, [record.Point.Syntax]), record.Point.Locks, record.Point.Running, function, isBeingMade, edges);
        }

        foreach (var call in function.Calls)
        {
            var locks = call.Record.Point.Locks;
            if (call.Timing != CallTiming.Now || locks.IsEmpty)
                continue;
            foreach (var target in call.Targets)
            {
                var callee = _acquisitions.Of(target.Function, cancellation);
                var held = WithoutFreed(locks, callee.Freed, target.Binding);
                foreach (var acquired in _domain.Translate(callee, function, call, target).Acquired)
                    Add(acquired, held, call.Record.Point.Running, function, isBeingMade, edges);
            }
        }
    }

    /// <summary>What the callee lets go of is not held by the time that it takes anything.</summary>
    private static ImmutableArray<HeldLock> WithoutFreed(ImmutableArray<HeldLock> locks, ImmutableArray<AccessPath> freed, Binding binding)
    {
        foreach (var path in freed)
        {
            if (binding.Translate(path) is { } own)
                locks = locks.RemoveAll(held => held.Path.Equals(own));
        }

        return locks;
    }

    /// <summary>The factory of a <c>Lazy</c> runs under its lock.</summary>
    private void AddLazy(ObjectCall creation, ProgramFunction function, List<OrderEdge> edges, CancellationToken cancellation)
    {
        if (LazyValues.HolderOf(creation) is not { } path)
            return;
        var held = new HeldLock(path, LockKind.Lazy, LockMode.Exclusive, creation.Point.Syntax, guard: null);
        var targets = StoredDelegates.Made(creation.Shape.Call!, new Binding(AccessPath.This, []));
        foreach (var target in targets)
        {
            var callee = _acquisitions.Of(target.Function, cancellation);
            foreach (var acquired in callee.Acquired)
            {
                // The factory is no constructor: what is this to it is this.
                var known = new AcquiredLock(target.Binding.Translate(acquired.Path), acquired.Class, acquired.Kind, acquired.Mode, acquired.Via.Insert(0, creation.Point.Syntax));
                Add(known, [held], 0, function, isBeingMade: false, edges);
            }
        }
    }

    private static void Add(AcquiredLock acquired, ImmutableArray<HeldLock> locks, ulong running, ProgramFunction function, bool isBeingMade, List<OrderEdge> edges)
    {
        if (locks.IsEmpty || acquired.Class is null || !IsLock(acquired.Kind, acquired.Class) || HasAlready(acquired, locks))
            return;
        if (isBeingMade && acquired.Path?.Root == PathRoot.This)
            return;
        foreach (var held in locks)
        {
            if (held.Path.Root == PathRoot.Opaque || (isBeingMade && held.Path.Root == PathRoot.This) || LockClass.Of(held.Path, function.Method) is not { } from
                || !IsLock(held.Kind, from) || OwnObjects.Has(held.Path, held.Acquisition, running, function.Body) || (held.Acquisition == acquired.Via[0] && held.Kind != LockKind.Lazy))
            {
                continue;
            }

            edges.Add(new OrderEdge(held, from, acquired, function, locks));
        }
    }

    /// <summary>The thread that takes it has it: it need not wait. Without a name for it, it may be the one that it has.</summary>
    private static bool HasAlready(AcquiredLock acquired, ImmutableArray<HeldLock> locks)
    {
        foreach (var held in locks)
        {
            if (acquired.Path is { } path ? path.Equals(held.Path) : SymbolEqualityComparer.Default.Equals(held.Path.LastMember?.OriginalDefinition, acquired.Class))
                return true;
        }

        return false;
    }

    /// <summary>It lets one in at a time.</summary>
    private static bool IsLock(LockKind kind, ISymbol storage) => kind != LockKind.Semaphore || LockCreation.InitialCount(storage) == 1;
}
