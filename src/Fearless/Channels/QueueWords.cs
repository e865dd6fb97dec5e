using System.Runtime.InteropServices;
using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>
/// The two counters of a queueing channel, each with flags in its low bits and on a cache line of its own.
/// </summary>
/// <remarks>
/// Why flags and counters share a word: a waiter sets its flag by a compare-and-swap that fails if the counter moved, and whoever moves the
/// counter gets the flags back from the same atomic instruction. So either the waiter sees the move or the mover sees the waiter, and no
/// wake-up is lost, without a fence on the fast path.
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct QueueWords
{
    internal const int Shift = 4;

    /// <summary>One ticket.</summary>
    internal const long One = 1L << Shift;

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
    internal long Tail;

    /// <summary>A lower bound of the head, for senders: saves them reading the receiver's cache line.</summary>
    [FieldOffset(72)]
    internal long SeenHead;

    /// <summary>Tickets taken by receivers, and flags about senders.</summary>
    [FieldOffset(192)]
    internal long Head;

    internal static long Set(ref long word, long flags)
    {
        while (true)
        {
            var before = Atomics.Read(ref word);
            if (Atomics.CompareExchange(ref word, before | flags, before) == before)
            {
                return before;
            }
        }
    }

    internal static void Clear(ref long word, long flags)
    {
        while (true)
        {
            var before = Atomics.Read(ref word);
            if ((before & flags) == 0 || Atomics.CompareExchange(ref word, before & ~flags, before) == before)
            {
                return;
            }
        }
    }
}
