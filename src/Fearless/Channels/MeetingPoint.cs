using System.Runtime.CompilerServices;
using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>Where one running thread hands a value to one other, without a lock: a word and a value next to each other, on a cache line of their own.</summary>
/// <remarks>
/// Free → Claimed by whoever comes first, its owner, who shows an offer (Offered) or a wish (Asked). Then either a partner moves the value and says
/// so (Offered or Asked → Moving → Settled), and the owner leaves (Free); or the owner takes it back (→ Claimed). Only the owner ends what it began,
/// so nobody can take the owner's offer for another; only in Moving does one thread depend on another's next few instructions.
/// </remarks>
internal sealed class MeetingPoint<T>
{
    private const int Free = 0;
    private const int Claimed = 1;
    private const int Offered = 2;
    private const int Asked = 3;
    private const int Moving = 4;
    private const int Settled = 5;

    private Place _place;

    internal bool IsOffered => Atomics.Read(ref _place.State) == Offered;

    internal bool IsAsked => Atomics.Read(ref _place.State) == Asked;

    internal bool IsSettled => Atomics.Read(ref _place.State) == Settled;

    /// <summary>To the thread that asks.</summary>
    internal bool TryGive(T value)
    {
        if (!IsAsked || Atomics.CompareExchange(ref _place.State, Moving, Asked) != Asked)
        {
            return false;
        }

        _place.Value = value;
        Atomics.Write(ref _place.State, Settled);
        return true;
    }

    /// <summary>From the thread that offers.</summary>
    internal bool TryTake(out T value)
    {
        if (!IsOffered || Atomics.CompareExchange(ref _place.State, Moving, Offered) != Offered)
        {
            value = default!;
            return false;
        }

        value = TakeOut();
        Atomics.Write(ref _place.State, Settled);
        return true;
    }

    /// <summary>Becomes the owner.</summary>
    internal bool TryClaim() =>
        Atomics.Read(ref _place.State) == Free && Atomics.CompareExchange(ref _place.State, Claimed, Free) == Free;

    internal void Offer(T value)
    {
        _place.Value = value;
        Atomics.Write(ref _place.State, Offered);
    }

    internal void Ask() => Atomics.Write(ref _place.State, Asked);

    /// <summary>The owner gives up waiting, and keeps the place for now; false: a partner came.</summary>
    internal bool TryReclaim()
    {
        var state = Atomics.Read(ref _place.State);
        return state is Offered or Asked && Atomics.CompareExchange(ref _place.State, Claimed, state) == state;
    }

    /// <summary>The owner, who asked, leaves with what it was given.</summary>
    internal T Collect()
    {
        var value = TakeOut();
        Leave();
        return value;
    }

    /// <summary>The owner leaves.</summary>
    internal void Leave() => Atomics.Write(ref _place.State, Free);

    private T TakeOut()
    {
        var value = _place.Value;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            _place.Value = default!;
        }

        return value;
    }

#pragma warning disable CS0649 // Padding is never assigned.
    private struct Place
    {
        internal CacheLine Before;
        internal int State;
        internal T Value;
        internal CacheLine After;
    }
#pragma warning restore CS0649
}
