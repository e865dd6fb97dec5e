using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>
/// Somebody who waits at a channel to send or to receive: a blocked thread, an awaited operation, or one case of a select.
/// </summary>
/// <remarks>
/// Protocol: the channel, under its gate, takes a waiter out of the queue, claims it, moves the value and settles it, all before it leaves the
/// gate; then it calls <see cref="Wake"/> outside. So an owner who finds, under the gate, that it is no longer queued finds its outcome and
/// value set, and one who is still queued can withdraw with nothing lost.
/// </remarks>
internal abstract class ChannelWaiter<T> : QueueNode<ChannelWaiter<T>>
{
    private int _outcome;

    /// <summary>Keeps the meeting point of a rendezvous until it is queued, in front of all who came later.</summary>
    internal bool IsFirst;

    /// <summary>A sender's value until it is taken; a receiver's once it came.</summary>
    internal T Value = default!;

    internal WaitOutcome Outcome => (WaitOutcome)Atomics.Read(ref _outcome);

    /// <summary>A case of a select: it can be chosen elsewhere, and can be told to try again.</summary>
    internal virtual bool IsSelect => false;

    /// <summary>Who waits: a select is the owner of all its cases, so that it does not meet itself.</summary>
    internal virtual object Owner => this;

    /// <summary>False: this waiter's select was already chosen by another channel. Gate held.</summary>
    internal virtual bool TryClaim() => true;

    /// <summary>The channel's last word; gate held, after Value was moved. Afterwards a thread may be on its way with its next wait.</summary>
    internal void Settle(WaitOutcome outcome)
    {
        if (Atomics.Exchange(ref _outcome, (int)outcome) == (int)WaitOutcome.Asleep)
        {
            WakeSleeper();
        }
    }

    /// <summary>Completes an await; gate not held, because this may run foreign code.</summary>
    internal abstract void Wake();

    /// <summary>Wakes the thread that fell asleep; gate held.</summary>
    protected virtual void WakeSleeper()
    {
        // Only a blocked thread ever falls asleep.
    }

    /// <summary>Asks for <see cref="WakeSleeper"/>; false: settled already, nobody will call it.</summary>
    protected bool TryFallAsleep() =>
        Atomics.CompareExchange(ref _outcome, (int)WaitOutcome.Asleep, (int)WaitOutcome.Pending) == (int)WaitOutcome.Pending;

    protected void Reset() => _outcome = (int)WaitOutcome.Pending;
}
