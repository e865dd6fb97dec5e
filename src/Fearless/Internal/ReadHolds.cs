using System;
using System.Runtime.CompilerServices;

namespace Fearless.Internal;

/// <summary>
/// The read locks that a thread holds. It makes a read guard's copy harmless and answers "does this thread hold that lock already?", so that
/// read-then-write on one thread is an error instead of a hang. Guards are ref structs, hence only the owning thread ever touches it: no atomics.
/// </summary>
internal sealed class ReadHolds
{
    [ThreadStatic] private static ReadHolds? t_current;

    private ReadSlot[] _slots = [new(PerThread.Id, isBias: false)];

    public static ReadHolds Current => t_current ??= new ReadHolds();

    /// <summary>An open account for one more guard.</summary>
    public ReadSlot Open(long lockId)
    {
        ReadSlot[] slots = _slots;
        int i = 0;
        while (i < slots.Length && slots[i].Busy != 0) i++;
        ReadSlot slot = i < slots.Length ? slots[i] : Grow();
        slot.LockId = lockId;
        slot.Busy = ++slot.Tickets;
        return slot;
    }

    public bool Holds(long lockId)
    {
        foreach (ReadSlot slot in _slots)
            if (slot.LockId == lockId && slot.Busy != 0) return true;
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ReadSlot Grow()
    {
        int count = _slots.Length;
        Array.Resize(ref _slots, count * 2);
        for (int i = count; i < _slots.Length; i++) _slots[i] = new ReadSlot(PerThread.Id, isBias: false);
        return _slots[count];
    }
}
