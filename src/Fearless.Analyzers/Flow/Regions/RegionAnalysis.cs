using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Follows the objects of one member through its regions, its lambdas and local functions where they are run.</summary>
internal static class RegionAnalysis
{
    /// <summary>Null: the body is too large, or too odd, to say anything about.</summary>
    public static RegionFacts? Run(IOperation block, ISymbol owner, Func<IOperation, ControlFlowGraph> cfgOf, ValueFlows flows, CancellationToken cancellation)
    {
        if (Prepare(block, owner, cfgOf(block), flows, 0, cancellation) is not { } model || Run(model, model.Root, RegionState.Empty, true) is null)
            return null;
        foreach (var function in model.Functions.All)
        {
            if (!model.IsReached(function))
                Run(model, function, RegionState.Empty, true);
        }

        return model.Facts;
    }

    /// <summary>What holds when the method returns.</summary>
    public static (RegionModel Model, RegionState State)? Exit(
        IOperation body, ISymbol owner, ControlFlowGraph cfg, ValueFlows flows, int depth, CancellationToken cancellation) =>
        Prepare(body, owner, cfg, flows, depth, cancellation) is { } model && Run(model, model.Root, RegionState.Empty, false) is { Exit: { } state } ? (model, state) : null;

    /// <summary>Runs one function from one state; null: it is beyond the budget.</summary>
    public static (RegionState? Exit, RegionState? Thrown)? Run(RegionModel model, FunctionBody function, RegionState input, bool records)
    {
        if (!model.Active.Add(function))
            return (input, null);
        try
        {
            var interpreter = new RegionInterpreter(model, function, false);
            if (ForwardAnalysis.Solve(function.Graph, RegionLattice.Instance, interpreter, input, model.Cancellation) is not { } inputs)
                return null;
            if (records)
            {
                var recorder = new RegionInterpreter(model, function, true);
                foreach (var node in function.Graph.Nodes)
                {
                    if (inputs[node.Id] is { } state)
                        recorder.Run(node, state, out _);
                }
            }

            return (inputs[function.Graph.Exit], inputs[function.Graph.ExceptionalExit]);
        }
        finally
        {
            model.Active.Remove(function);
        }
    }

    private static RegionModel? Prepare(IOperation block, ISymbol owner, ControlFlowGraph cfg, ValueFlows flows, int depth, CancellationToken cancellation)
    {
        if (FlowGraphBuilder.Build(cfg) is not { } graph)
            return null;
        var variables = new VariableTable();
        var closures = new ClosureUses();
        foreach (var operation in block.DescendantsAndSelf())
        {
            variables.Visit(operation);
            if (operation is ILocalReferenceOperation or IParameterReferenceOperation)
                closures.Visit(operation);
        }

        return new RegionModel(new FunctionBody(owner as IMethodSymbol, block.Syntax, cfg, graph, variables), variables, closures, flows, depth, cancellation);
    }
}
