using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// Turns Roslyn's control-flow graph, which has neither exceptional edges nor edges into finally regions, into one that has both.
/// A finally region is instantiated for each way into it.
/// </summary>
internal sealed class FlowGraphBuilder
{
    // Nested finally regions multiply; a body beyond this is not analysed.
    private const int MaxNodes = 4000;

    private readonly ControlFlowGraph _cfg;
    private readonly List<FlowNode> _nodes = [];
    private readonly Dictionary<(int Block, FinallyFrame? Frame), int> _ids = [];
    private readonly Queue<(FlowNode Node, FinallyFrame? Frame)> _pending = new();
    private readonly int _exceptionalExit;

    private FlowGraphBuilder(ControlFlowGraph cfg)
    {
        _cfg = cfg;
        _exceptionalExit = Add(cfg.Blocks.Length);
    }

    public static FlowGraph? Build(ControlFlowGraph cfg) => new FlowGraphBuilder(cfg).Build();

    private FlowGraph? Build()
    {
        var entry = NodeOf(_cfg.Blocks[0], null);
        var exit = NodeOf(_cfg.Blocks[_cfg.Blocks.Length - 1], null);
        while (_pending.Count > 0)
        {
            if (_nodes.Count > MaxNodes)
                return null;
            var (node, frame) = _pending.Dequeue();
            Connect(node, _cfg.Blocks[node.Block], frame);
        }

        return new FlowGraph(_nodes, entry, exit, _exceptionalExit);
    }

    private void Connect(FlowNode node, BasicBlock block, FinallyFrame? frame)
    {
        CollectHandlers(node.Handlers, block.EnclosingRegion, frame);
        var conditional = block.ConditionKind == ControlFlowConditionKind.WhenTrue ? FlowEdgeKind.WhenTrue : FlowEdgeKind.WhenFalse;
        var fallThrough = block.ConditionKind switch
        {
            ControlFlowConditionKind.WhenTrue => FlowEdgeKind.WhenFalse,
            ControlFlowConditionKind.WhenFalse => FlowEdgeKind.WhenTrue,
            _ => FlowEdgeKind.Always,
        };
        AddBranch(node, block.ConditionalSuccessor, conditional, frame);
        AddBranch(node, block.FallThroughSuccessor, fallThrough, frame);
    }

    private void AddBranch(FlowNode node, ControlFlowBranch? branch, FlowEdgeKind kind, FinallyFrame? frame)
    {
        if (branch is null)
            return;
        if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
        {
            if (IsInFinally(_cfg.Blocks[node.Block].EnclosingRegion))
                LeaveFinally(node, kind, frame);
        }
        else if (branch.Destination is { } destination)
        {
            var target = branch.FinallyRegions.IsEmpty
                ? NodeOf(destination, frame)
                : EnterFinally(branch.FinallyRegions, destination, frame);
            node.Successors.Add(new FlowEdge(node.Id, target, kind));
        }
    }

    /// <summary>The end of a filter looks like the end of a finally, but what comes after it are the outer handlers, which are edges already.</summary>
    private static bool IsInFinally(ControlFlowRegion? region)
    {
        for (; region is not null && region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion)
        {
            if (region.Kind is ControlFlowRegionKind.Finally or ControlFlowRegionKind.Filter)
                return region.Kind == ControlFlowRegionKind.Finally;
        }

        return false;
    }

    private void LeaveFinally(FlowNode node, FlowEdgeKind kind, FinallyFrame? frame)
    {
        if (frame is null)
            return;
        if (frame.Destination is null)
        {
            var targets = new List<int>();
            CollectHandlers(targets, frame.Region.EnclosingRegion?.EnclosingRegion, frame.Outer);
            foreach (var target in targets)
                node.Successors.Add(new FlowEdge(node.Id, target, kind));
            return;
        }

        var next = frame.Rest.IsEmpty ? NodeOf(frame.Destination, frame.Outer) : EnterFinally(frame.Rest, frame.Destination, frame.Outer);
        node.Successors.Add(new FlowEdge(node.Id, next, kind));
    }

    private int EnterFinally(ImmutableArray<ControlFlowRegion> regions, BasicBlock destination, FinallyFrame? outer) =>
        NodeOf(_cfg.Blocks[regions[0].FirstBlockOrdinal], new FinallyFrame(regions[0], regions.RemoveAt(0), destination, outer));

    /// <summary>Everything that may receive an exception thrown in the region, from the inside out.</summary>
    private void CollectHandlers(List<int> targets, ControlFlowRegion? region, FinallyFrame? frame)
    {
        // The root of a lambda's graph is inside a region of the graph around it; exceptions do not go that way.
        for (; region is not null && region.Kind != ControlFlowRegionKind.Root && region.EnclosingRegion is { } parent; region = parent)
        {
            if (region.Kind == ControlFlowRegionKind.Finally)
                frame = frame?.Outer;
            if (region.Kind != ControlFlowRegionKind.Try)
                continue;
            if (parent.Kind == ControlFlowRegionKind.TryAndFinally)
            {
                var handler = parent.NestedRegions[1];
                targets.Add(NodeOf(_cfg.Blocks[handler.FirstBlockOrdinal], new FinallyFrame(handler, [], null, frame)));
                return;
            }

            var caught = false;
            for (var i = 1; i < parent.NestedRegions.Length; i++)
            {
                var handler = parent.NestedRegions[i];
                targets.Add(NodeOf(_cfg.Blocks[handler.FirstBlockOrdinal], frame));
                caught |= handler.Kind == ControlFlowRegionKind.Catch && CatchesAll(handler.ExceptionType);
            }

            if (caught)
                return;
        }

        targets.Add(_exceptionalExit);
    }

    private static bool CatchesAll(ITypeSymbol? exception) =>
        exception is null || exception.SpecialType == SpecialType.System_Object
        || (exception.Name == "Exception" && exception.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true });

    private int NodeOf(BasicBlock block, FinallyFrame? frame)
    {
        if (_ids.TryGetValue((block.Ordinal, frame), out var id))
            return id;
        id = Add(block.Ordinal, frame?.IsUnwinding == true);
        _ids.Add((block.Ordinal, frame), id);
        _pending.Enqueue((_nodes[id], frame));
        return id;
    }

    private int Add(int block, bool isUnwinding = false)
    {
        _nodes.Add(new FlowNode(_nodes.Count, block, isUnwinding));
        return _nodes.Count - 1;
    }
}
