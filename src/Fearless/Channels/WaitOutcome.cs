namespace Fearless.Channels;

/// <summary>What a channel did with a waiter. Written once per wait, under the channel's gate.</summary>
internal enum WaitOutcome
{
    /// <summary>Nothing yet: it is in the channel's queue, unless its owner withdrew it.</summary>
    Pending = 0,

    /// <summary>Its value was taken, or it was given one.</summary>
    Done,

    /// <summary>The other half is gone; a sender keeps its value.</summary>
    Disconnected,

    /// <summary>It was chosen for something that somebody else got first: try again. Only for a select.</summary>
    Retry,

    /// <summary>Pending, and its thread sleeps: whoever settles it must wake it.</summary>
    Asleep,
}
