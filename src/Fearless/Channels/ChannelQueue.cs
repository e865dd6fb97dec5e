using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>The waiters at one half of a channel. Touched only under the channel's gate.</summary>
internal sealed class ChannelQueue<T> : NodeQueue<ChannelWaiter<T>>
{
    /// <summary>Takes out the first waiter that can still be chosen, and claims it; null: there is none.</summary>
    internal ChannelWaiter<T>? ClaimFirst()
    {
        while (RemoveFirst() is { } waiter)
        {
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
