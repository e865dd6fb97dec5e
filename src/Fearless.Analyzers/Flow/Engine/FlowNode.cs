using System.Collections.Generic;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// One instance of a basic block. A block inside a finally region has one instance for each way into the region, so that
/// what holds on one way does not mix with what holds on another.
/// </summary>
internal sealed class FlowNode(int id, int block, bool isUnwinding = false)
{
    public int Id { get; } = id;

    public int Block { get; } = block;

    /// <summary>Inside a finally region that an exception has led to.</summary>
    public bool IsUnwinding { get; } = isUnwinding;

    public List<FlowEdge> Successors { get; } = [];

    /// <summary>Where control goes when an operation of this block throws: handlers and finally instances, or the exceptional exit.</summary>
    public List<int> Handlers { get; } = [];
}
