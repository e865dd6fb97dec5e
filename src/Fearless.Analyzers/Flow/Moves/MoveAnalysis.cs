using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Follows what is moved through one member, and through each of its lambdas and local functions on its own.</summary>
internal static class MoveAnalysis
{
    /// <param name="block">The member's body.</param>
    /// <param name="cfgOf">Makes its control-flow graph.</param>
    /// <param name="counts">Values of the type have an owner: several threads must not use one at the same time.</param>
    /// <param name="cancellation">Ends it.</param>
    public static IReadOnlyList<MoveFact> Run(
        IOperation block, Func<IOperation, ControlFlowGraph> cfgOf, Func<ITypeSymbol, bool> counts, CancellationToken cancellation)
    {
        var facts = new List<MoveFact>();
        if (!MovesAnything(block))
            return facts;
        var variables = new VariableTable();
        foreach (var operation in block.DescendantsAndSelf())
            variables.Visit(operation);
        var cfg = cfgOf(block);
        if (FlowGraphBuilder.Build(cfg) is not { } graph)
            return facts;
        var root = new FunctionBody(null, block.Syntax, cfg, graph, variables);
        var regions = new OwnershipRegions(block, variables, counts);
        Run(root, regions, facts, cancellation);
        foreach (var function in new FunctionTable(root, variables, cancellation).All)
            Run(function, regions, facts, cancellation);
        return facts;
    }

    private static bool MovesAnything(IOperation block)
    {
        foreach (var operation in block.Descendants())
        {
            if (operation is IArgumentOperation argument && MovedArguments.IsMoved(argument))
                return true;
        }

        return false;
    }

    private static void Run(FunctionBody function, OwnershipRegions regions, List<MoveFact> facts, CancellationToken cancellation)
    {
        var interpreter = new MoveInterpreter(function, regions, null);
        if (ForwardAnalysis.Solve(function.Graph, MoveLattice.Instance, interpreter, MoveState.Empty, cancellation) is not { } inputs)
            return;
        var recorder = new MoveInterpreter(function, regions, facts);
        foreach (var node in function.Graph.Nodes)
        {
            if (inputs[node.Id] is { } state)
                recorder.Run(node, state, out _);
        }
    }
}
