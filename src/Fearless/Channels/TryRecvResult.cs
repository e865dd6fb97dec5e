namespace Fearless;

/// <summary>What a receive that does not wait found.</summary>
public enum TryRecvResult
{
    /// <summary>A value.</summary>
    Received,

    /// <summary>Nothing now, but there are still senders.</summary>
    Empty,

    /// <summary>Nothing, and every sender is gone: nothing will ever come.</summary>
    Disconnected,
}
