namespace Fearless.Channels;

/// <summary>First in, first out; a waiter can leave from the middle. Touched only under the channel's gate.</summary>
internal sealed class ChannelQueue<T>
{
    private ChannelWaiter<T>? _last;

    internal ChannelWaiter<T>? First { get; private set; }

    internal bool IsEmpty => First is null;

    internal void AddLast(ChannelWaiter<T> waiter)
    {
        waiter.Queue = this;
        waiter.Previous = _last;
        waiter.Next = null;
        if (_last is null)
        {
            First = waiter;
        }
        else
        {
            _last.Next = waiter;
        }

        _last = waiter;
    }

    /// <summary>False: it was not in this queue any more.</summary>
    internal bool Remove(ChannelWaiter<T> waiter)
    {
        if (waiter.Queue != this)
        {
            return false;
        }

        if (waiter.Previous is { } previous)
        {
            previous.Next = waiter.Next;
        }
        else
        {
            First = waiter.Next;
        }

        if (waiter.Next is { } next)
        {
            next.Previous = waiter.Previous;
        }
        else
        {
            _last = waiter.Previous;
        }

        waiter.Queue = null;
        waiter.Next = waiter.Previous = null;
        return true;
    }

    /// <summary>Takes out the first waiter that can still be chosen, and claims it; null: there is none.</summary>
    internal ChannelWaiter<T>? ClaimFirst()
    {
        while (First is { } waiter)
        {
            Remove(waiter);
            if (waiter.TryClaim())
            {
                return waiter;
            }
        }

        return null;
    }

    /// <summary>Whether somebody other than <paramref name="owner"/> waits.</summary>
    internal bool HasOther(object owner)
    {
        for (var waiter = First; waiter is not null; waiter = waiter.Next)
        {
            if (!ReferenceEquals(waiter.Owner, owner))
            {
                return true;
            }
        }

        return false;
    }
}
