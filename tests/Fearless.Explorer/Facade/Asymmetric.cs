using System.Runtime.CompilerServices;
using Fearless.Explorer.Scheduling;

namespace Fearless.Internal;

/// <summary>The production facade's twin, with a store buffer: the store may become visible only after the load, unless a barrier comes first.</summary>
internal static class Asymmetric
{
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

    public static long StoreThenLoad(ref long store, long value, ref readonly long load)
    {
        if (Execution.Controlling is not { } execution)
        {
            store = value;
            return load;
        }
        execution.Point();
        if (execution.ReordersStore(out ControlledThread next))
        {
            long early = load;
            execution.SwitchWithPendingStore(next);
            store = value;
            execution.StoreArrived();
            return early;
        }
        store = value;
        execution.Point();
        return load;
    }

    public static void Barrier([CallerMemberName] string member = "")
    {
        if (Execution.Controlling is not { } execution) return;
        execution.Point();
        if (!Fault.Hits(Operation.Barrier, member)) execution.FlushAll();
    }
}
