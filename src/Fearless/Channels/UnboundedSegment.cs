using System.Runtime.CompilerServices;
using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>
/// A ring that serves the tickets from <see cref="Start"/> on, lap after lap, until a sender finds it full and opens the next one.
/// </summary>
internal sealed class UnboundedSegment<T>(long start, int log)
{
    private const int MaxLog = 10;

    internal readonly long Start = start;
    internal readonly long Length = 1L << log;
    private readonly RingSlot<T>[] _slots = new RingSlot<T>[1 << log];
    private long _end;
    private UnboundedSegment<T>? _next;

    internal UnboundedSegment<T>? Next => Atomics.Read(ref _next);

    /// <summary>The first ticket that is not this segment's any more. Valid once <see cref="Next"/> was seen: written before it.</summary>
    internal long End => _end;

    internal UnboundedSegment<T> MakeNext(long ticket) => new(ticket, log < MaxLog ? log + 1 : log);

    /// <summary>Only the one sender who is opening calls this.</summary>
    internal void Close(UnboundedSegment<T> next)
    {
        _end = next.Start;
        Atomics.Write(ref _next, next);
    }

    /// <summary>The state of the ticket's slot while it holds that ticket's value; one less: still empty; one more: emptied.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long FullState(long ticket) => (ticket - Start >> log << 1) + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref RingSlot<T> At(long ticket)
    {
        var slots = _slots;
        return ref slots[(ticket - Start) & (slots.Length - 1)];
    }
}
