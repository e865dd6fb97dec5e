using System;
using System.Runtime.CompilerServices;

namespace Fearless.Internal;

/// <summary>
/// The read locks that a thread holds, one entry each. It makes a read guard's copy harmless (the entry is closed once) and answers
/// "does this thread hold that lock already?", so that read-then-write on one thread is an error instead of a hang. Guards are ref
/// structs, hence only the owning thread ever touches it: no atomics.
/// </summary>
internal sealed class ReadHolds
{
    [ThreadStatic] private static ReadHolds? t_current;

    // An entry is open while its ticket is not zero. Entries above _count are closed. Tickets are never reused.
    private Entry[] _entries = new Entry[4];
    private int _count;
    private long _tickets;

    public static ReadHolds Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => t_current ?? Make();
    }

    /// <summary>The ticket of the entry that <see cref="Open"/> made last.</summary>
    public long LastTicket => _tickets;

    /// <summary>Returns the index of the new entry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Open(long lockId)
    {
        int index = _count;
        Entry[] entries = _entries;
        if ((uint)index >= (uint)entries.Length) return OpenElsewhere(lockId);
        ref Entry entry = ref entries[index];
        entry.LockId = lockId;
        entry.Ticket = ++_tickets;
        _count = index + 1;
        return index;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsOpen(int index, long ticket)
    {
        Entry[] entries = _entries;
        return (uint)index < (uint)entries.Length && entries[index].Ticket == ticket;
    }

    /// <summary>For an entry that is open. Guards mostly end in reverse order; one that does not leaves a hole until those above it end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Close(int index)
    {
        Entry[] entries = _entries;
        entries[index].Ticket = 0;
        if (index != _count - 1) return;
        while (index > 0 && entries[index - 1].Ticket == 0) index--;
        _count = index;
    }

    /// <summary>Slow paths only.</summary>
    public bool Holds(long lockId)
    {
        for (int i = 0; i < _count; i++)
            if (_entries[i].LockId == lockId && _entries[i].Ticket != 0) return true;
        return false;
    }

    /// <summary>The end is reached: into a hole, or the table grows.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int OpenElsewhere(long lockId)
    {
        int index = Array.FindIndex(_entries, static entry => entry.Ticket == 0);
        if (index < 0)
        {
            index = _count++;
            Array.Resize(ref _entries, _entries.Length * 2);
        }
        _entries[index].LockId = lockId;
        _entries[index].Ticket = ++_tickets;
        return index;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadHolds Make() => t_current = new ReadHolds();

    private struct Entry
    {
        public long LockId;
        public long Ticket;
    }
}
