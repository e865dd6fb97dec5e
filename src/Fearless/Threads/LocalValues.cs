using System;
using System.Collections.Generic;

namespace Fearless;

/// <summary>The thread's values of all keys, by the key's number.</summary>
internal static class LocalValues
{
    // Two thread-statics and no object around them: one load less on the way to a value.
    [ThreadStatic]
    internal static LocalSlot?[]? t_slots;

    [ThreadStatic]
    private static Stack<LocalSlot>? t_toDispose;

    internal static LocalSlot? Find(int key) => t_slots is { } slots && (uint)key < (uint)slots.Length ? slots[key] : null;

    internal static void Add(int key, LocalSlot slot)
    {
        t_slots ??= new LocalSlot?[4];
        if (key >= t_slots.Length)
        {
            Array.Resize(ref t_slots, Math.Max(key + 1, t_slots.Length * 2));
        }

        t_slots[key] = slot;
        (t_toDispose ??= new Stack<LocalSlot>()).Push(slot);
    }

    /// <summary>
    /// Disposes this thread's values, the newest first; a Dispose may use other keys, whose values are then disposed too. Returns the first
    /// exception, and goes on after it.
    /// </summary>
    internal static Exception? DisposeAll()
    {
        Exception? first = null;
        while (t_toDispose is { } toDispose && toDispose.TryPop(out var slot))
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

        t_slots = null;
        t_toDispose = null;
        return first;
    }
}
