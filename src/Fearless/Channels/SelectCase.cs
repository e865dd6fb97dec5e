namespace Fearless.Channels;

/// <summary>One thing that a select may do.</summary>
internal abstract class SelectCase
{
    /// <summary>A send case that was sent: it takes no part any more.</summary>
    internal bool IsSpent { get; private protected set; }

    /// <summary>Does it, if that needs no waiting; a half that is gone counts as ready.</summary>
    internal abstract bool TryNow();

    /// <summary>Queues up at the channel; false: it is ready now.</summary>
    internal abstract bool TryEnlist(SelectState state, int index);

    /// <summary>Leaves the channel's queue, if it is still there. Afterwards nobody settles this case any more.</summary>
    internal abstract void Withdraw();

    /// <summary>Takes over what the channel settled; false: try again.</summary>
    internal abstract bool TakeSettled();

    /// <summary>Calls the case's handler for what <see cref="TryNow"/> or <see cref="TakeSettled"/> did.</summary>
    internal abstract void Handle();
}
