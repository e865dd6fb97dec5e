using System.Collections.Generic;

namespace Fearless.Analyzers.Flow;

/// <summary>What can be reached from a place: what is in one region with it, the parts of that, and so on.</summary>
internal static class Reach
{
    public static HashSet<int> Of(int place, RegionState state, PlaceTable places)
    {
        var reached = new HashSet<int>();
        var pending = new Stack<int>();
        pending.Push(place);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (!reached.Add(next))
                continue;
            foreach (var near in state.RegionOf(next))
                pending.Push(near);
            foreach (var part in places.PartsOf(next))
                pending.Push(part);
        }

        return reached;
    }

    /// <summary>The other way: what the place is a part of, what is in one region with that, and so on.</summary>
    public static HashSet<int> Wholes(int place, RegionState state, PlaceTable places)
    {
        var wholes = new HashSet<int>();
        var pending = new Stack<int>();
        pending.Push(place);
        while (pending.Count > 0)
        {
            foreach (var near in state.RegionOf(pending.Pop()))
            {
                if (places.WholeOf(near) is >= 0 and var whole && wholes.Add(whole))
                {
                    wholes.UnionWith(state.RegionOf(whole));
                    pending.Push(whole);
                }
            }
        }

        return wholes;
    }
}
