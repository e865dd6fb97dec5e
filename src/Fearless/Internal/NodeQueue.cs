namespace Fearless.Internal;

/// <summary>First in, first out; a node can leave from the middle. Touched only under the gate of whoever owns it.</summary>
internal class NodeQueue<TNode>
    where TNode : QueueNode<TNode>
{
    internal TNode? First { get; private set; }

    internal TNode? Last { get; private set; }

    internal bool IsEmpty => First is null;

    internal void AddLast(TNode node)
    {
        node.Queue = this;
        node.Previous = Last;
        node.Next = null;
        if (Last is null)
        {
            First = node;
        }
        else
        {
            Last.Next = node;
        }

        Last = node;
    }

    internal void AddFirst(TNode node)
    {
        node.Queue = this;
        node.Previous = null;
        node.Next = First;
        if (First is null)
        {
            Last = node;
        }
        else
        {
            First.Previous = node;
        }

        First = node;
    }

    /// <summary>False: it was not in this queue any more.</summary>
    internal bool Remove(TNode node)
    {
        if (node.Queue != this)
        {
            return false;
        }

        if (node.Previous is { } previous)
        {
            previous.Next = node.Next;
        }
        else
        {
            First = node.Next;
        }

        if (node.Next is { } next)
        {
            next.Previous = node.Previous;
        }
        else
        {
            Last = node.Previous;
        }

        node.Queue = null;
        node.Next = node.Previous = null;
        return true;
    }

    internal TNode? RemoveFirst()
    {
        var first = First;
        if (first is not null)
        {
            Remove(first);
        }

        return first;
    }
}
