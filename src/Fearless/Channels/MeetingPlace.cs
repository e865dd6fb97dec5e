using System.Runtime.CompilerServices;
using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>Where one running thread hands a value to one other, without a lock: a word and a value next to each other.</summary>
/// <remarks>
/// Free → Claimed by whoever comes first, its owner → Shown: an offer, or a wish. Then either a partner moves the value (Shown → Moving); after an
/// offer the place is free again, after a wish it is Settled until the owner has fetched the value. Or the owner takes back what it showed
/// (→ Claimed). The word also counts the turns: an owner sees that its turn is over, and nobody takes one turn's offer for another's. Only in
/// Moving does one thread depend on another's next few instructions.
/// </remarks>
internal struct MeetingPlace<T>
{
    private const long Free = 0;
    private const long Claimed = 1;
    private const long Shown = 2;
    private const long Moving = 3;
    private const long Settled = 4;
    private const long Phases = 7;
    private const long Turn = 8;

    private long _state;
    private T _value;

    internal bool IsShown => (Atomics.Read(ref _state) & Phases) == Shown;

    /// <summary>The owner's wish was granted.</summary>
    internal bool IsSettled => (Atomics.Read(ref _state) & Phases) == Settled;

    /// <summary>The offer that was shown in this turn was taken.</summary>
    internal bool IsOver(long turn) => Atomics.Read(ref _state) >= turn + Turn;

    /// <summary>To the owner, who shows a wish.</summary>
    internal bool TryGive(T value)
    {
        var state = Atomics.Read(ref _state);
        if (!TryMove(state))
        {
            return false;
        }

        _value = value;
        Atomics.Write(ref _state, state + (Settled - Shown));
        return true;
    }

    /// <summary>From the owner, who shows an offer.</summary>
    internal bool TryTake(out T value)
    {
        var state = Atomics.Read(ref _state);
        if (!TryMove(state))
        {
            value = default!;
            return false;
        }

        value = TakeOut();
        Atomics.Write(ref _state, state + (Turn - Shown));
        return true;
    }

    /// <summary>Becomes the owner, of a place with nothing shown yet.</summary>
    internal bool TryClaim(out long turn)
    {
        turn = Atomics.Read(ref _state);
        return (turn & Phases) == Free && Atomics.CompareExchange(ref _state, turn + Claimed, turn) == turn;
    }

    /// <summary>The owner shows a wish.</summary>
    internal void Show(long turn) => Atomics.Write(ref _state, turn + Shown);

    /// <summary>The owner shows an offer.</summary>
    internal void Show(long turn, T value)
    {
        _value = value;
        Atomics.Write(ref _state, turn + Shown);
    }

    /// <summary>The owner takes back what it showed, and keeps the place for now; false: a partner came.</summary>
    internal bool TryReclaim(long turn)
    {
        if (Atomics.Read(ref _state) != turn + Shown || Atomics.CompareExchange(ref _state, turn + Claimed, turn + Shown) != turn + Shown)
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
    internal void Leave() => Atomics.Write(ref _state, (Atomics.Read(ref _state) & ~Phases) + Turn);

    private bool TryMove(long state) =>
        (state & Phases) == Shown && Atomics.CompareExchange(ref _state, state + (Moving - Shown), state) == state;

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
