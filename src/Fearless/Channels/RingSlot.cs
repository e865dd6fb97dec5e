using System.Runtime.CompilerServices;
using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>
/// A slot of a ring. On its lap n it is empty at <c>2n</c> and holds a value at <c>2n + 1</c>; whoever moves it on has written the value
/// before (a release), and whoever finds it so may read or write the value after (an acquire).
/// </summary>
/// <remarks>
/// A receiver copies the value and then takes its ticket: if it gets the ticket nobody can have written the slot meanwhile, and if not it
/// forgets the copy. A value without references is then done with, and its slot stays at <c>2n + 1</c>: the next sender knows from the head that
/// the ticket was taken. So receivers only read such slots, which halves the cache lines that change hands.
/// </remarks>
internal struct RingSlot<T>
{
    internal T Value;
    internal long State;

    /// <summary>Whether a receiver still clears the slot after it took its ticket, so that the next sender must wait for that.</summary>
    internal static bool IsEmptied
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => RuntimeHelpers.IsReferenceOrContainsReferences<T>();
    }

    /// <summary>After the ticket was taken: keeps nothing alive that the queue does not hold any more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Empty(long full)
    {
        if (IsEmptied)
        {
            Value = default!;
            Atomics.Write(ref State, full + 1);
        }
    }
}
