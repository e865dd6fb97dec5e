using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Fearless.Internal;

/// <summary>
/// The lock word of <see cref="Mutex{T}"/> and <see cref="RwLock{T}"/> without the value, so that the slow paths exist once and not once per
/// T; a mutex simply never shares.
/// <para>
/// Invariants. <c>_state</c> is 0 (free), the <see cref="PerThread.Id"/> of the one exclusive holder, or minus the number of sharers. It leaves 0 and
/// counts sharers only by interlocked instructions; nobody but the holder writes it while it is positive, which is why a plain release
/// store may take it back to 0. <c>_held</c> (the ticket of the one live exclusive guard, 0 if none) and <c>_tickets</c> are written by the
/// exclusive holder alone; a ticket is never given out twice, so a copy of a released guard never matches again, whoever holds the lock.
/// </para>
/// Memory model: an acquisition's compare-exchange reads what a release's store or decrement wrote (or a later link of the same release
/// sequence), so everything before that release happens before everything after this acquisition.
/// </summary>
internal partial struct RawLock
{
    private const int SpinRounds = 10;
    private static readonly long s_patience = Stopwatch.Frequency / 1000;

    private long _state;
    private long _held;
    private long _tickets;
    private int _pressure;
    private int _status;
    private LockQueue? _queue;
    private ReadSlot? _bias;
    // Who read last without bias, and how often in a row; a race only makes the guess worse.
    private long _lastReader;
    private int _streak;
    // How long a streak must be; grows with each bias that a writer took away.
    private int _reluctance;

    public readonly long Ticket => _held;

    public readonly bool IsFree => Atomics.Read(in _state) == 0;

    public readonly bool IsExclusive => Atomics.Read(in _state) > 0;

    public readonly bool IsMine => Atomics.Read(in _state) == PerThread.Id;

    public readonly int Status => Atomics.Read(in _status);

    /// <summary>Only by the exclusive holder: opens the account of a new guard.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Issue() => _held = ++_tickets;

    /// <summary>Only by the exclusive holder, after a condition's wait: makes its guard valid again.</summary>
    public void Reissue(long ticket) => _held = ticket;

    public void Poison() => Atomics.Or(ref _status, LockStatus.Poisoned);

    public void ClearPoison() => Atomics.And(ref _status, ~LockStatus.Poisoned);

    public void Consume() => Atomics.Or(ref _status, LockStatus.Consumed);
}
