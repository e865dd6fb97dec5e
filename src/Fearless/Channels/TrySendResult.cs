namespace Fearless;

/// <summary>What became of a send that does not wait. Only a value that was <see cref="Sent"/> has left the sender's hands.</summary>
public enum TrySendResult
{
    /// <summary>The channel has the value.</summary>
    Sent,

    /// <summary>There is no room now, or (bound 0) nobody is receiving; the value is still the sender's.</summary>
    Full,

    /// <summary>The receiver is gone; the value is still the sender's.</summary>
    Disconnected,
}
