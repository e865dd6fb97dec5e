using System.Runtime.CompilerServices;

namespace Fearless.Internal;

// Reading without an interlocked instruction. A lock may be biased to one reading thread: that thread announces a read by storing into its
// own slot and then looking whether a writer is there, and ends it by clearing the slot and then looking whether somebody wants to be
// woken. No fence on its side; writers from other threads pay with the process-wide barrier, once, because they take the bias away.
//
// Invariant: a writer has the lock only if it has seen, after its own compare-exchange and a barrier, either no bias or the bias slot idle;
// a biased read counts only if the reader has seen, after storing into the slot, no writer (in _state or waiting) and the bias still
// its own. The barrier puts each reader's store-then-look wholly before or after it: before, and the writer sees the slot busy; after, and
// the reader sees the writer in _state or, if the writer is gone already, that the bias is gone (which the writer stored before _state).
internal partial struct RawLock
{
    private const int MaxReluctance = 1 << 20;

    public readonly bool IsUnbiased => _bias is null;

    /// <summary>By the thread that the lock is biased to, if it does not read already: two plain stores. Otherwise null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadSlot? TryShareBiased()
    {
        ReadSlot? slot = _bias;
        if (slot is null || slot.Owner != PerThread.IdOrZero || slot.Busy != 0) return null;
        // The order of the looks matters: a writer clears the bias before it leaves _state.
        Asymmetric.StoreThenLoad(ref slot.Busy, ++slot.Tickets, in _state, out long state, in _pressure, out int pressure, in _bias, out ReadSlot? bias);
        if (state <= 0 && pressure < WriterWaits && bias == slot && _status == LockStatus.Sound) return slot;
        UnshareBiased(slot);
        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Unshare(ReadSlot slot)
    {
        if (slot.IsBias)
        {
            UnshareBiased(slot);
        }
        else
        {
            slot.Busy = 0;
            Unshare();
        }
    }

    /// <summary>After a read the ordinary way: should the next one be cheaper?</summary>
    public void ConsiderBias()
    {
        if (_bias is not null) return;
        long me = PerThread.Id;
        if (_lastReader != me)
        {
            _lastReader = me;
            _streak = 0;
        }
        if (_streak++ < _reluctance) return;
        // A full fence after which this thread looks at _state each time; a writer looks for a bias after its own. One sees the other.
        Atomics.CompareExchange(ref _bias, new ReadSlot(me, isBias: true), null);
    }

    /// <summary>With the lock just taken exclusively: ends the bias of another thread. False: it reads, and the lock was given back.</summary>
    public bool Unbias(long me)
    {
        ReadSlot? slot = Atomics.Read(ref _bias);
        if (slot is null) return true;
        if (slot.Owner != me) Asymmetric.Barrier();
        if (Atomics.Read(ref slot.Busy) != 0)
        {
            Exit();
            return false;
        }
        if (slot.Owner != me)
        {
            Atomics.Write(ref _bias, null);
            _streak = 0;
            _reluctance = _reluctance == 0 ? 64 : _reluctance < MaxReluctance ? _reluctance * 8 : MaxReluctance;
        }
        return true;
    }

    /// <summary>Worth no attempt: somebody reads under the bias. Whoever sleeps on this answer ran a barrier before asking.</summary>
    private bool IsReadUnderBias() => Atomics.Read(ref _bias) is { } slot && Atomics.Read(ref slot.Busy) != 0;

    public bool IsReadByMe(long me, long lockId) =>
        lockId != 0 && (ReadHolds.Current.Holds(lockId) || (Atomics.Read(ref _bias) is { } slot && slot.Owner == me && slot.Busy != 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void UnshareBiased(ReadSlot slot)
    {
        // A writer that others still keep out is woken by the last of them.
        if ((Asymmetric.StoreThenLoad(ref slot.Busy, 0, in _pressure) & WakeWanted) != 0 && IsFree) WakeNext();
    }
}
