using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Finds the values that must stay on their thread and are kept across an await that may leave it, in a member and in its lambdas and local functions.</summary>
internal static class AwaitAnalysis
{
    /// <param name="block">The member's body.</param>
    /// <param name="cfgOf">Makes its control-flow graph.</param>
    /// <param name="tieOf">Whether values of the type belong to their thread.</param>
    /// <param name="cancellation">Ends it.</param>
    public static IReadOnlyList<AwaitFact> Run(
        IOperation block, Func<IOperation, ControlFlowGraph> cfgOf, Func<ITypeSymbol, Tie> tieOf, CancellationToken cancellation)
    {
        var facts = new List<AwaitFact>();
        var onPool = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var variables = new VariableTable();
        foreach (var operation in block.DescendantsAndSelf())
        {
            variables.Visit(operation);
            if (operation is IArgumentOperation argument)
                AddWork(argument, onPool);
        }

        var cfg = cfgOf(block);
        if (FlowGraphBuilder.Build(cfg) is not { } graph)
            return facts;
        var root = new FunctionBody(null, block.Syntax, cfg, graph, variables);
        Run(root, AwaitState.OnContext, tieOf, facts, cancellation);
        foreach (var function in new FunctionTable(root, variables, cancellation).All)
            Run(function, onPool.Contains(function.Symbol!) ? AwaitState.Free : AwaitState.OnContext, tieOf, facts, cancellation);
        return facts;
    }

    /// <summary>What the pool runs has no context; a scheduler of one's own may have one.</summary>
    private static void AddWork(IArgumentOperation argument, HashSet<IMethodSymbol> onPool)
    {
        if (argument.Value.Unwrap() is not IDelegateCreationOperation { Target: var target } || SpawnCatalog.Of(argument.Parameter) is not { Thread: null }
            || argument.Parent is IInvocationOperation call && call.Arguments.Any(static other => other.Parameter?.Type.Name is "TaskScheduler" or "SynchronizationContext"))
            return;
        if (target is IAnonymousFunctionOperation lambda)
            onPool.Add(lambda.Symbol);
        else if (target is IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } local)
            onPool.Add(local.Method.OriginalDefinition);
    }

    private static void Run(FunctionBody function, AwaitState start, Func<ITypeSymbol, Tie> tieOf, List<AwaitFact> facts, CancellationToken cancellation)
    {
        var values = new TiedValues(function, tieOf);
        var interpreter = new AwaitInterpreter(function, values, null);
        if (ForwardAnalysis.Solve(function.Graph, AwaitLattice.Instance, interpreter, start, cancellation) is not { } inputs)
            return;
        var recorder = new AwaitInterpreter(function, values, facts);
        foreach (var node in function.Graph.Nodes)
        {
            if (inputs[node.Id] is { } state)
                recorder.Run(node, state, out _);
        }
    }
}
