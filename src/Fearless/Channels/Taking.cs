namespace Fearless.Channels;

/// <summary>What one attempt to take a value came to.</summary>
internal enum Taking
{
    Taken,
    Empty,

    /// <summary>Empty, and every sender is gone.</summary>
    Disconnected,

    /// <summary>A sender is between its ticket and its value, or another receiver was quicker.</summary>
    Busy,
}
