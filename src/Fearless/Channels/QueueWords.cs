using System.Runtime.InteropServices;

namespace Fearless.Channels;

/// <summary>The two counters of a queueing channel, each on a cache line of its own, and what their flags mean.</summary>
[StructLayout(LayoutKind.Explicit, Size = 320)]
internal struct QueueWords
{
    /// <summary>In Tail: receivers are queued.</summary>
    internal const long ReceiverWaiting = 1;

    /// <summary>In Tail: nobody will receive any more.</summary>
    internal const long ReceiverGone = 2;

    /// <summary>In Tail: nobody will send any more.</summary>
    internal const long SendersGone = 4;

    /// <summary>In Tail: what is queued is all that there will be.</summary>
    internal const long Closed = ReceiverGone | SendersGone;

    /// <summary>In Tail: a sender is opening a new segment, and the next ticket must wait until it is there.</summary>
    internal const long Opening = 8;

    /// <summary>In Head: senders are queued for a slot.</summary>
    internal const long SenderWaiting = 1;

    /// <summary>Tickets handed out to senders, and flags about receivers.</summary>
    [FieldOffset(64)]
    internal Tickets Tail;

    /// <summary>A lower bound of the head, for senders: saves them reading the receiver's cache line.</summary>
    [FieldOffset(112)]
    internal long SeenHead;

    /// <summary>Tickets taken by receivers, and flags about senders.</summary>
    [FieldOffset(208)]
    internal Tickets Head;

    /// <summary>Where the head was when a receiver last found nothing; a hint.</summary>
    [FieldOffset(256)]
    internal long LastEmpty;
}
