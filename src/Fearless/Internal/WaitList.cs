namespace Fearless.Internal;

/// <summary>First in, first out; a waiter can leave from the middle. Touched only under the gate of whoever owns it.</summary>
internal sealed class WaitList
{
    public Waiter? First { get; private set; }
    private Waiter? _last;

    public bool IsEmpty => First is null;

    public void AddLast(Waiter waiter)
    {
        waiter.List = this;
        waiter.Previous = _last;
        waiter.Next = null;
        if (_last is null) First = waiter;
        else _last.Next = waiter;
        _last = waiter;
    }

    public void AddFirst(Waiter waiter)
    {
        waiter.List = this;
        waiter.Previous = null;
        waiter.Next = First;
        if (First is null) _last = waiter;
        else First.Previous = waiter;
        First = waiter;
    }

    /// <summary>False: it was not in this list any more.</summary>
    public bool Remove(Waiter waiter)
    {
        if (waiter.List != this) return false;
        if (waiter.Previous is null) First = waiter.Next;
        else waiter.Previous.Next = waiter.Next;
        if (waiter.Next is null) _last = waiter.Previous;
        else waiter.Next.Previous = waiter.Previous;
        waiter.List = null;
        waiter.Next = waiter.Previous = null;
        return true;
    }

    public Waiter? RemoveFirst()
    {
        Waiter? first = First;
        if (first is not null) Remove(first);
        return first;
    }
}
