namespace Fearless.Internal;

/// <summary>What can wait in a <see cref="NodeQueue{TNode}"/>.</summary>
internal abstract class QueueNode<TNode>
    where TNode : QueueNode<TNode>
{
    /// <summary>The queue that it waits in; null: none.</summary>
    internal NodeQueue<TNode>? Queue;
    internal TNode? Next;
    internal TNode? Previous;
}
