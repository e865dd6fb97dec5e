using System.Runtime.CompilerServices;
using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>The tickets of one half of a queue: a counter with flags in its low bits.</summary>
/// <remarks>
/// Why flags and counter share a word: a waiter sets its flag by a compare-and-swap that fails if the counter moved, and whoever moves the counter
/// gets the flags back from the same atomic instruction. So either the waiter sees the move or the mover sees the waiter, and no wake-up is
/// lost, without a fence on the fast path.
/// <para>
/// The counter may be biased to a thread that has taken so many tickets in a row that the interlocked instructions cost as much as taking the bias
/// away will: then that thread moves it with plain stores. Invariants. (1) While <see cref="Biased"/> is set, no other flag is, and only the
/// owner of the bias changes the word, between <see cref="TicketBias.Busy"/> and not: everybody else, and the owner for anything but the next
/// ticket, first takes the bias away, under the channel's gate. (2) Who takes it away clears <see cref="_bias"/>, makes every processor fence,
/// and waits until the owner is not busy: an owner who announced itself before that is seen, and one who does it later finds no bias.
/// </para>
/// </remarks>
internal struct Tickets
{
    internal const int Shift = 5;

    /// <summary>One ticket.</summary>
    internal const long One = 1L << Shift;

    /// <summary>One thread moves the counter with plain stores.</summary>
    internal const long Biased = 16;

    private const long Flags = One - 1;
    private const int Period = Asymmetric.Worthwhile < 64 ? Asymmetric.Worthwhile : 64;
    private const int MaxReluctance = 1 << 20;

    /// <summary>The counter and its flags.</summary>
    internal long Word;

    private TicketBias? _bias;
    private TicketBias? _lastBias;
    private long _lastThread;
    private int _streak;
    private int _reluctance;

    internal long Read() => Atomics.Read(ref Word);

    /// <summary>Takes the next ticket, unless the word is not what was <paramref name="seen"/> any more, or biased to another thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAdvance(long seen) => (seen & Biased) != 0 ? TryAdvanceBiased(seen) : TryAdvanceShared(seen);

    /// <summary>Whether after this ticket it is to be asked whose the tickets are. Not after each: that would cost those who share the counter another
    /// visit of its cache line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsSampled(long seen) => (seen & (((Period - 1) * One) | Biased)) == 0;

    /// <summary>The same, for a counter that is never biased.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAdvanceShared(long seen) => Atomics.CompareExchange(ref Word, seen + One, seen) == seen;

    /// <summary>Sets flags, and says what was there before. Gate held.</summary>
    internal long Set(long flags)
    {
        while (true)
        {
            Unbias();
            var before = Read();
            if ((before & Biased) == 0 && Atomics.CompareExchange(ref Word, before | flags, before) == before)
            {
                return before;
            }
        }
    }

    internal void Clear(long flags)
    {
        while (true)
        {
            var before = Read();
            if ((before & flags) == 0 || Atomics.CompareExchange(ref Word, before & ~flags, before) == before)
            {
                return;
            }
        }
    }

    /// <summary>After the sampled ones of one's own tickets: has this thread taken enough of them in a row?</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void ConsiderBias()
    {
        // Hints only, so two threads may be at it at once.
        var me = PerThread.Id;
        if (_lastThread != me)
        {
            _lastThread = me;
            _streak = 0;
        }
        else if (++_streak >= (Asymmetric.Worthwhile / Period) + _reluctance)
        {
            Bias(me);
        }
    }

    /// <summary>If the counter is biased to another thread, that is over now, and it takes longer until the next bias. Gate not held.</summary>
    internal bool TryUnbiasRival(Gate gate)
    {
        if ((Read() & Biased) == 0 || Atomics.Read(ref _bias) is not { } bias || bias.Owner == PerThread.IdOrZero)
        {
            return false;
        }

        _reluctance = _reluctance == 0 ? 8 * Asymmetric.Worthwhile / Period : _reluctance < MaxReluctance ? _reluctance * 8 : MaxReluctance;
        using (gate.Hold())
        {
            Unbias();
        }

        return true;
    }

    /// <summary>From now on the word changes by compare-and-swap only, until the next bias. Gate held, so that nobody else does this meanwhile.</summary>
    internal void Unbias()
    {
        if ((Read() & Biased) == 0 || Atomics.Read(ref _bias) is not { } bias)
        {
            return;
        }

        Atomics.Write(ref _bias, null);
        if (bias.Owner != PerThread.IdOrZero)
        {
            Asymmetric.Barrier();
            // Three stores long.
            var backoff = new Backoff();
            while (Atomics.Read(ref bias.Busy) != 0)
            {
                backoff.Pause();
            }
        }

        _streak = 0;
        Atomics.Write(ref Word, Read() & ~Biased);
    }

    /// <summary>If the calling thread has the bias, it gives it up: cheaper than to have it taken away. Gate held.</summary>
    internal void GiveUpBias()
    {
        if (Atomics.Read(ref _bias) is { } bias && bias.Owner == PerThread.IdOrZero)
        {
            Unbias();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryAdvanceBiased(long seen)
    {
        // What was seen is still so if the bias is ours: nobody else moves the counter meanwhile, and nobody else biases it to us.
        var bias = Atomics.Read(ref _bias);
        if (bias is null || bias.Owner != PerThread.IdOrZero)
        {
            return false;
        }

        var isMine = Asymmetric.StoreThenLoad(ref bias.Busy, 1, in _bias) == bias;
        if (isMine)
        {
            Atomics.Write(ref Word, seen + One);
        }

        Atomics.Write(ref bias.Busy, 0);
        return isMine;
    }

    private void Bias(long me)
    {
        _streak = 0;
        // The same one again, if it was ours before: only one thread ever writes a bias' Busy.
        var bias = _lastBias is { } last && last.Owner == me ? last : new TicketBias(me);
        if (!Asymmetric.IsCheap || Atomics.CompareExchange(ref _bias, bias, null) is not null)
        {
            return;
        }

        _lastBias = bias;
        var seen = Read();
        if ((seen & Flags) != 0 || Atomics.CompareExchange(ref Word, seen | Biased, seen) != seen)
        {
            Atomics.Write(ref _bias, null);
        }
    }
}
