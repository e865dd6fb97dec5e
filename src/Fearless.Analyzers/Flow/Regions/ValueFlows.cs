using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>The flow summaries of a compilation, made when somebody asks for them and remembered.</summary>
internal sealed class ValueFlows(Compilation compilation, Func<ITypeSymbol, bool> hasOwner)
{
    // Calls are followed so deep; that ends recursion, and an answer never depends on who asked first.
    private const int MaxDepth = 4;

    private readonly ConcurrentDictionary<(IMethodSymbol Method, int Depth), ValueFlow?> _known = new();

    public bool HasOwner(ITypeSymbol type) => hasOwner(type);

    /// <summary>Null: its body is not in sight, or too deep.</summary>
    public ValueFlow? Of(IMethodSymbol method, int depth, CancellationToken cancellation)
    {
        method = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (depth >= MaxDepth || method.IsAbstract || method.IsExtern || method.DeclaringSyntaxReferences.Length != 1)
            return null;
        if (!_known.TryGetValue((method, depth), out var flow))
        {
            flow = Find(method, depth, cancellation);
            _known.TryAdd((method, depth), flow);
        }

        return flow;
    }

    private ValueFlow? Find(IMethodSymbol method, int depth, CancellationToken cancellation)
    {
        if (MethodBodies.Of(method, compilation, cancellation) is not { } body || Root(body) is not { } root || GraphOf(root) is not { } cfg)
            return null;
        if (RegionAnalysis.Exit(body, method, cfg, this, depth + 1, cancellation) is not var (model, state))
            return null;
        var links = ImmutableArray.CreateBuilder<(int, int)>();
        var ends = new (int Number, int Place)[method.Parameters.Length + 2];
        for (var i = 0; i < method.Parameters.Length; i++)
            ends[i] = (i, model.Places.Of(AccessPath.Of(method.Parameters[i])));
        ends[ends.Length - 2] = (ValueFlow.This, model.Places.Of(AccessPath.This));
        ends[ends.Length - 1] = (ValueFlow.Result, model.Places.Of(AccessPath.Opaque(RegionModel.Result)));
        for (var i = 0; i < ends.Length; i++)
        {
            var reach = Reach.Of(ends[i].Place, state, model.Places);
            for (var j = i + 1; j < ends.Length; j++)
            {
                if (reach.Overlaps(Reach.Of(ends[j].Place, state, model.Places)))
                    links.Add((ends[i].Number, ends[j].Number));
            }
        }

        return new ValueFlow(links.ToImmutable());
    }

    private static IOperation? Root(IOperation body)
    {
        while (body.Parent is { } parent)
            body = parent;
        return body;
    }

    private static ControlFlowGraph? GraphOf(IOperation root) => root switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor),
        IBlockOperation block => ControlFlowGraph.Create(block),
        _ => null,
    };
}
