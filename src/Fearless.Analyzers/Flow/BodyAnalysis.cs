using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Runs the engine over one member: its own code, then all work that it starts, then the delegates that it gives away.</summary>
internal static class BodyAnalysis
{
    // Work that starts work that starts work; also the end of a local function that starts itself.
    private const int MaxDepth = 6;

    /// <summary>Null: the body is too large, or too odd, to say anything about.</summary>
    public static BodyFacts? Run(IOperation block, ISymbol owner, Func<IOperation, ControlFlowGraph> cfgOf, MethodSummaries? summaries, CancellationToken cancellation)
    {
        var variables = new VariableTable();
        var handles = new HandleFlow();
        foreach (var operation in block.DescendantsAndSelf())
        {
            variables.Visit(operation);
            handles.Visit(operation);
        }

        var cfg = cfgOf(block);
        if (FlowGraphBuilder.Build(cfg) is not { } graph)
            return null;
        var root = new FunctionBody(owner as IMethodSymbol, block.Syntax, cfg, graph, variables);
        var model = new BodyModel(variables, handles, root, block.SemanticModel, summaries, cancellation);
        model.Conditions.Add(root.Cfg, root.Captures);
        foreach (var function in model.Functions.All)
            model.Conditions.Add(function.Cfg, function.Captures);
        FunctionRunner.Run(model, root, FlowState.Initial, ThreadContext.Main, Recording.Everything);

        var done = RunSpawned(model, 0);
        foreach (var function in model.Functions.All)
        {
            if (!model.IsReached(function))
                FunctionRunner.Run(model, function, FlowState.Initial, ThreadContext.Unknown, Recording.Everything);
        }

        RunSpawned(model, done);
        model.Facts.Spawns = model.Sites;
        return model.IsIncomplete ? null : model.Facts;
    }

    /// <summary>Work may start more work: the list grows while it is gone through.</summary>
    private static int RunSpawned(BodyModel model, int first)
    {
        var index = first;
        for (; index < model.Sites.Count; index++)
        {
            var site = model.Sites[index];
            if (site.Body is { } body && site.Starts.Count > 0 && site.Context.Depth < MaxDepth)
                FunctionRunner.Run(model, body, FlowState.Initial, site.Context, site.IsAsyncCall ? Recording.FromSuspension : Recording.Everything);
        }

        return index;
    }
}
