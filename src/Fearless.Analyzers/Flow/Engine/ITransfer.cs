namespace Fearless.Analyzers.Flow;

/// <summary>What a block does to a state. Called several times for one node, in no promised order: it must not report anything.</summary>
internal interface ITransfer<T>
    where T : class
{
    /// <param name="node">The node that is run.</param>
    /// <param name="input">What holds before it.</param>
    /// <param name="thrown">What may hold when an operation of it throws; null: nothing in it can.</param>
    T Run(FlowNode node, T input, out T? thrown);

    /// <summary>What is known after taking the edge; null: the edge cannot be taken.</summary>
    T? Follow(FlowEdge edge, T output);
}
