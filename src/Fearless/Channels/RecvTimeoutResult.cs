namespace Fearless;

/// <summary>What a receive that waits for a limited time found.</summary>
public enum RecvTimeoutResult
{
    /// <summary>A value.</summary>
    Received,

    /// <summary>Nothing came in time, but there are still senders.</summary>
    Timeout,

    /// <summary>Nothing, and every sender is gone: nothing will ever come.</summary>
    Disconnected,
}
