using System.Runtime.CompilerServices;
using Fearless.Explorer.Scheduling;

namespace Fearless.Internal;

/// <summary>The production facade's twin, with a store buffer: the store may become visible only after the load, unless a barrier comes first.</summary>
internal static class Asymmetric
{
    public const bool IsCheap = true;

    /// <summary>The second time already: the explorer's threads do few things.</summary>
    public const int Worthwhile = 1;

    public static int StoreThenLoad(ref long store, long value, ref readonly int load)
    {
        if (Execution.Controlling is not { } execution)
        {
            store = value;
            return load;
        }
        execution.Point();
        if (execution.ReordersStore(out ControlledThread next))
        {
            int early = load;
            execution.SwitchWithPendingStore(next);
            store = value;
            execution.StoreArrived();
            return early;
        }
        store = value;
        execution.Point();
        return load;
    }

    public static T StoreThenLoad<T>(ref long store, long value, ref readonly T load)
        where T : class?
    {
        if (Execution.Controlling is not { } execution)
        {
            store = value;
            return load;
        }
        execution.Point();
        if (execution.ReordersStore(out ControlledThread next))
        {
            T early = load;
            execution.SwitchWithPendingStore(next);
            store = value;
            execution.StoreArrived();
            return early;
        }
        store = value;
        execution.Point();
        return load;
    }

    public static void StoreThenLoad<T>(
        ref long store, long value, ref readonly long first, out long firstSeen, ref readonly int second, out int secondSeen, ref readonly T third, out T thirdSeen)
        where T : class?
    {
        Execution? execution = Execution.Controlling;
        execution?.Point();
        if (execution is not null && execution.ReordersStore(out ControlledThread next))
        {
            // Only the first load overtakes the store, or all of them do.
            bool all = execution.Flip();
            firstSeen = first;
            secondSeen = second;
            thirdSeen = third;
            execution.SwitchWithPendingStore(next);
            store = value;
            execution.StoreArrived();
            if (all) return;
        }
        else
        {
            store = value;
            execution?.Point();
            firstSeen = first;
        }
        execution?.Point();
        secondSeen = second;
        execution?.Point();
        thirdSeen = third;
    }

    public static void Barrier([CallerMemberName] string member = "")
    {
        if (Execution.Controlling is not { } execution) return;
        execution.Point();
        if (!Fault.Hits(Operation.Barrier, member)) execution.FlushAll();
    }
}
