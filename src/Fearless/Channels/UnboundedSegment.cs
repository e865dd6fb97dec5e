using System;
using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>
/// A piece of an unbounded queue: the slots of the tickets from <see cref="Start"/> on. Never used again, so a slow thread that still holds
/// one finds what it expects; the garbage collector takes it when all have moved on.
/// </summary>
internal sealed class UnboundedSegment<T>(long start, int length)
{
    private const int MaxLength = 1024;

    internal readonly long Start = start;
    internal readonly Slot[] Slots = new Slot[length];
    private UnboundedSegment<T>? _next;

    internal UnboundedSegment<T>? Next => Atomics.Read(ref _next);

    /// <summary>The segment after this one, made by whoever needs it first.</summary>
    internal UnboundedSegment<T> NextOrNew()
    {
        if (Next is { } next)
        {
            return next;
        }

        next = new UnboundedSegment<T>(Start + Slots.Length, Math.Min(Slots.Length * 2, MaxLength));
        return Atomics.CompareExchange(ref _next, next, null) ?? next;
    }

    internal struct Slot
    {
        internal T Value;

        /// <summary>1: the value is there. Written after it (a release), read before it (an acquire).</summary>
        internal int Published;
    }
}
