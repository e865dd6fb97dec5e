using System.Runtime.CompilerServices;
using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>Where one running thread hands a value to one other, without a lock: a word and a value next to each other.</summary>
/// <remarks>
/// Free → Claimed by whoever comes first, its owner → Shown: an offer, or a wish. Then either a partner moves the value and says so (Shown →
/// Moving → Settled), and the owner leaves (Free); or the owner takes back what it showed (→ Claimed). Only the owner ends what it began, so
/// nobody can take the owner's offer for another; only in Moving does one thread depend on another's next few instructions.
/// </remarks>
internal struct MeetingPlace<T>
{
    private const int Free = 0;
    private const int Claimed = 1;
    private const int Shown = 2;
    private const int Moving = 3;
    private const int Settled = 4;

    private int _state;
    private T _value;

    internal bool IsShown => Atomics.Read(ref _state) == Shown;

    internal bool IsSettled => Atomics.Read(ref _state) == Settled;

    /// <summary>To the owner, who shows a wish.</summary>
    internal bool TryGive(T value)
    {
        if (!IsShown || Atomics.CompareExchange(ref _state, Moving, Shown) != Shown)
        {
            return false;
        }

        _value = value;
        Atomics.Write(ref _state, Settled);
        return true;
    }

    /// <summary>From the owner, who shows an offer.</summary>
    internal bool TryTake(out T value)
    {
        if (!IsShown || Atomics.CompareExchange(ref _state, Moving, Shown) != Shown)
        {
            value = default!;
            return false;
        }

        value = TakeOut();
        Atomics.Write(ref _state, Settled);
        return true;
    }

    /// <summary>Becomes the owner.</summary>
    internal bool TryClaim() => Atomics.Read(ref _state) == Free && Atomics.CompareExchange(ref _state, Claimed, Free) == Free;

    /// <summary>The owner shows a wish.</summary>
    internal void Show() => Atomics.Write(ref _state, Shown);

    /// <summary>The owner shows an offer.</summary>
    internal void Show(T value)
    {
        _value = value;
        Atomics.Write(ref _state, Shown);
    }

    /// <summary>The owner takes back what it showed, and keeps the place for now; false: a partner came.</summary>
    internal bool TryReclaim()
    {
        if (!IsShown || Atomics.CompareExchange(ref _state, Claimed, Shown) != Shown)
        {
            return false;
        }

        TakeOut();
        return true;
    }

    /// <summary>The owner leaves with what it was given.</summary>
    internal T Collect()
    {
        var value = TakeOut();
        Leave();
        return value;
    }

    /// <summary>The owner leaves.</summary>
    internal void Leave() => Atomics.Write(ref _state, Free);

    private T TakeOut()
    {
        var value = _value;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            _value = default!;
        }

        return value;
    }
}
