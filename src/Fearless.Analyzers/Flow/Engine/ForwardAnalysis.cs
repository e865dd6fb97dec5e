using System.Collections.Generic;
using System.Threading;

namespace Fearless.Analyzers.Flow;

/// <summary>The worklist: runs a transfer function over a graph until nothing changes.</summary>
internal static class ForwardAnalysis
{
    // Every lattice here is low: a body that needs more visits than this is pathological, and then we say nothing rather than guess.
    private const int VisitsPerNode = 40;

    /// <summary>What holds before each node (null: unreachable); null if the budget ran out.</summary>
    public static T?[]? Solve<T>(FlowGraph graph, ILattice<T> lattice, ITransfer<T> transfer, T initial, CancellationToken cancellation)
        where T : class
    {
        var inputs = new T?[graph.Nodes.Count];
        var rank = graph.ReversePostOrder();
        var byRank = new int[graph.Nodes.Count];
        for (var id = 0; id < rank.Length; id++)
            byRank[rank[id]] = id;

        var queue = new SortedSet<int>();
        inputs[graph.Entry] = initial;
        queue.Add(rank[graph.Entry]);
        var budget = graph.Nodes.Count * VisitsPerNode;
        while (queue.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            if (budget-- == 0)
                return null;

            var first = queue.Min;
            queue.Remove(first);
            var node = graph.Nodes[byRank[first]];
            var output = transfer.Run(node, inputs[node.Id]!, out var thrown);
            foreach (var edge in node.Successors)
            {
                if (transfer.Follow(edge, output) is { } state)
                    Flow(edge.Target, state);
            }

            if (thrown is null)
                continue;
            foreach (var handler in node.Handlers)
                Flow(handler, thrown);
        }

        return inputs;

        void Flow(int target, T state)
        {
            var old = inputs[target];
            var joined = old is null ? state : lattice.Join(old, state);
            if (old is not null && lattice.AreEqual(old, joined))
                return;
            inputs[target] = joined;
            queue.Add(rank[target]);
        }
    }
}
