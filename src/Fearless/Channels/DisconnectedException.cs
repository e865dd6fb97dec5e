using System;

namespace Fearless;

/// <summary>The other half of the channel is gone.</summary>
/// <remarks>Thrown to a sender, whose value was not taken and is still its own, and to a receiver once nothing is queued any more.</remarks>
public sealed class DisconnectedException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which half is gone; null for a general text.</param>
    public DisconnectedException(string? message = null)
        : base(message ?? "The other half of the channel is gone.")
    {
    }

    internal static DisconnectedException Sending() => new("sending on a closed channel: the receiver is gone, the value is still yours");

    internal static DisconnectedException Receiving() => new("receiving on a closed channel: every sender is gone and nothing is queued");
}
