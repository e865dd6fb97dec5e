using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>
/// A sender's offer and a receiver's wish, on a cache line of their own. Two places and not one, so that a sender who has met a wish can make the
/// next offer before the receiver has run: each visit of the line, or turn on the processor, then moves two values.
/// </summary>
internal sealed class MeetingPoint<T>
{
    private Places _places;

    internal ref MeetingPlace<T> Offer => ref _places.Offer;

    internal ref MeetingPlace<T> Wish => ref _places.Wish;

#pragma warning disable CS0649 // Padding is never assigned.
    private struct Places
    {
        internal CacheLine Before;
        internal MeetingPlace<T> Offer;
        internal MeetingPlace<T> Wish;
        internal CacheLine After;
    }
#pragma warning restore CS0649
}
