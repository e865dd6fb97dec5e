namespace Fearless.Analyzers.Flow;

internal enum FlowEdgeKind
{
    Always,
    WhenTrue,
    WhenFalse,
}

/// <summary>An edge of the graph, with the outcome of the source's condition that takes it.</summary>
internal readonly struct FlowEdge(int source, int target, FlowEdgeKind kind)
{
    public int Source { get; } = source;

    public int Target { get; } = target;

    public FlowEdgeKind Kind { get; } = kind;
}
