namespace Fearless;

/// <summary>What became of a send that waits for a limited time. Only a value that was <see cref="Sent"/> has left the sender's hands.</summary>
public enum SendTimeoutResult
{
    /// <summary>The channel has the value.</summary>
    Sent,

    /// <summary>There was no room in time; the value is still the sender's.</summary>
    Timeout,

    /// <summary>The receiver is gone; the value is still the sender's.</summary>
    Disconnected,
}
