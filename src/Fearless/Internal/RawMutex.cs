using System.Runtime.CompilerServices;

namespace Fearless.Internal;

/// <summary>
/// The lock word of <see cref="Mutex{T}"/> without its value, so that the slow paths exist once and not once per T.
/// <para>
/// Invariants. <c>_owner</c> is 0 or the <see cref="PerThread.Id"/> of the holder; it leaves 0 only by compare-exchange and returns to 0 only
/// by the holder. <c>_held</c> (the ticket of the one live guard) and <c>_tickets</c> are written by the holder alone; a ticket is never given
/// out twice, so a copy of a released guard never matches again, whoever holds the lock. <c>_contended</c> is 1 whenever somebody sleeps in
/// the queue and nobody who was woken is on the way; see RawMutex.Waiting.cs.
/// </para>
/// Memory model: the compare-exchange of an acquisition reads what the volatile store of a release wrote, so everything before that release
/// happens before everything after this acquisition.
/// </summary>
internal partial struct RawMutex
{
    private long _owner;
    private long _held;
    private long _tickets;
    private int _contended;
    private int _status;
    private MutexQueue? _queue;

    public readonly long Ticket => _held;

    public readonly bool IsLocked => Atomics.Read(in _owner) != 0;

    public readonly int Status => Atomics.Read(in _status);

    /// <summary>The thread is calm, the lock free and its value sound: one compare-exchange. Otherwise false and nothing has changed, or only <paramref name="acquired"/> has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEnterCalm(out bool acquired)
    {
        long me = PerThread.CalmId;
        acquired = me != 0 && Atomics.CompareExchange(ref _owner, me, 0) == 0;
        return acquired && _status == LockStatus.Sound;
    }

    /// <summary>Only by the holder: opens the account of a new guard.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Issue() => _held = ++_tickets;

    /// <summary>Only by the holder, after a wait: makes its guard valid again.</summary>
    public void Reissue(long ticket) => _held = ticket;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit()
    {
        _held = 0;
        if (Asymmetric.StoreThenLoad(ref _owner, 0, in _contended) != 0) WakeOne();
    }

    public void Poison() => Atomics.Or(ref _status, LockStatus.Poisoned);

    public void ClearPoison() => Atomics.And(ref _status, ~LockStatus.Poisoned);

    public void Consume() => Atomics.Or(ref _status, LockStatus.Consumed);
}
