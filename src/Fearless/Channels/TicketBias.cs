using System.Runtime.InteropServices;

namespace Fearless.Channels;

/// <summary>The thread that a counter is biased to, and whether it is moving the counter now. Alone on its cache line.</summary>
[StructLayout(LayoutKind.Explicit, Size = 144)]
internal sealed class TicketBias(long owner)
{
    [FieldOffset(64)]
    internal readonly long Owner = owner;

    /// <summary>Written by the owner only, ever.</summary>
    [FieldOffset(72)]
    internal long Busy;
}
