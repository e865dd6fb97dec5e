using System.Collections.Generic;

namespace Fearless.Analyzers.Flow;

/// <summary>A control-flow graph with exceptional and finally edges in it. Knows nothing of Roslyn.</summary>
internal sealed class FlowGraph(List<FlowNode> nodes, int entry, int exit, int exceptionalExit)
{
    public IReadOnlyList<FlowNode> Nodes { get; } = nodes;

    public int Entry { get; } = entry;

    /// <summary>Reached when the body returns.</summary>
    public int Exit { get; } = exit;

    /// <summary>Reached when an exception leaves the body.</summary>
    public int ExceptionalExit { get; } = exceptionalExit;

    /// <summary>Each node's rank in reverse post-order: most predecessors come first, so that few nodes are visited twice.</summary>
    public int[] ReversePostOrder()
    {
        var rank = new int[Nodes.Count];
        var visited = new bool[Nodes.Count];
        var next = Nodes.Count;
        var stack = new Stack<(int Node, int Child)>();
        visited[Entry] = true;
        stack.Push((Entry, 0));
        while (stack.Count > 0)
        {
            var (id, child) = stack.Pop();
            var node = Nodes[id];
            if (child < node.Successors.Count + node.Handlers.Count)
            {
                stack.Push((id, child + 1));
                var target = child < node.Successors.Count ? node.Successors[child].Target : node.Handlers[child - node.Successors.Count];
                if (!visited[target])
                {
                    visited[target] = true;
                    stack.Push((target, 0));
                }
            }
            else
            {
                rank[id] = --next;
            }
        }

        return rank;
    }
}
