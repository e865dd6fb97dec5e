using System;
using System.Collections.Generic;

namespace Fearless;

/// <summary>The thread's values of all keys, by the key's number.</summary>
internal sealed class LocalValues
{
    [ThreadStatic]
    private static LocalValues? t_current;

    private readonly Stack<LocalSlot> _toDispose = new();
    private LocalSlot?[] _slots = [];

    internal static LocalValues Current => t_current ??= new LocalValues();

    internal LocalSlot? this[int key] => (uint)key < (uint)_slots.Length ? _slots[key] : null;

    internal void Add(int key, LocalSlot slot)
    {
        if (key >= _slots.Length)
        {
            Array.Resize(ref _slots, Math.Max(key + 1, Math.Max(4, _slots.Length * 2)));
        }

        _slots[key] = slot;
        _toDispose.Push(slot);
    }

    /// <summary>
    /// Disposes this thread's values, the newest first; a Dispose may use other keys, whose values are then disposed too. Returns the first
    /// exception, and goes on after it.
    /// </summary>
    internal static Exception? DisposeAll()
    {
        if (t_current is not { } values)
        {
            return null;
        }

        Exception? first = null;
        while (values._toDispose.TryPop(out var slot))
        {
            try
            {
                slot.Drop();
            }
            catch (Exception panic)
            {
                first ??= panic;
            }
        }

        t_current = null;
        return first;
    }
}
