using System;
using System.Runtime.CompilerServices;
using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>
/// A sender's offer and a receiver's wish, on one cache line that holds nothing else. Two places and not one, so that a sender who has met a wish can
/// make the next offer before the receiver has run: each visit of the line, or turn on the processor, then moves two values. And really on one
/// line: two that cross its end cost half as much again.
/// </summary>
internal sealed class MeetingPoint<T>
{
    // Pinned: an object that the collector moves does not stay aligned.
    private readonly MeetingPlace<T>[] _places;
    private readonly int _offer;

    internal MeetingPoint()
    {
        var size = Unsafe.SizeOf<MeetingPlace<T>>();
        var margin = (2 * CacheLine.Size / size) + 1;
        _places = GC.AllocateArray<MeetingPlace<T>>((2 * margin) + (CacheLine.Size / 8) + 2, pinned: true);
        _offer = margin;
        while (!IsOnOneLine(ref _places[_offer], 2 * size) && _offer < margin + (CacheLine.Size / 8))
        {
            _offer++;
        }
    }

    internal ref MeetingPlace<T> Offer => ref _places[_offer];

    internal ref MeetingPlace<T> Wish => ref _places[_offer + 1];

    // Larger ones at least begin one.
    private static unsafe bool IsOnOneLine(ref MeetingPlace<T> first, int size) =>
        (nuint)Unsafe.AsPointer(ref first) % CacheLine.Size + (uint)Math.Min(size, CacheLine.Size) <= CacheLine.Size;
}
