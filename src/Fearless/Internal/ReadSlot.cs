namespace Fearless.Internal;

/// <summary>
/// One read guard's account: open while <see cref="Busy"/> is the guard's ticket, so that a copy of the guard closes nothing twice. Written
/// by one thread only, ever. In a bias slot (RawLock.Bias.cs) Busy is also how that thread tells writers that it reads.
/// </summary>
internal sealed class ReadSlot(long owner, bool isBias)
{
    public readonly long Owner = owner;
    public readonly bool IsBias = isBias;
    public long LockId;
    /// <summary>The ticket of the open guard, or 0.</summary>
    public long Busy;
    /// <summary>The last ticket; never reused.</summary>
    public long Tickets;
}
