using Fearless.Analyzers.Flow;

namespace Fearless.Analyzers;

/// <summary>Whether two uses can be of the same place in memory.</summary>
internal static class SamePlace
{
    public static bool Is(SharedUse first, SharedUse second) =>
        first.IsSlot == second.IsSlot && Leads(first, second);

    /// <summary>The members on the way are the same; parts of one buffer are the same unless their bounds differ.</summary>
    private static bool Leads(SharedUse first, SharedUse second)
    {
        var a = first.Access.Path.Steps;
        var b = second.Access.Path.Steps;
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i].Member is not null || b[j].Member is not null)
            {
                if (!a[i].Equals(b[j]))
                    return false;
                i++;
                j++;
                continue;
            }

            var (one, other) = (ObjectPaths.IsRange(a[i]), ObjectPaths.IsRange(b[j]));
            if (one == other)
            {
                if (one ? !a[i].Equals(b[j]) : !IsSameElement(a[i], b[j]))
                    return false;
                i++;
                j++;
            }
            else if (one)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return OnlyElements(first, i) && OnlyElements(second, j);
    }

    /// <summary>The rest leads to a part of the same buffer.</summary>
    private static bool OnlyElements(SharedUse use, int from)
    {
        var steps = use.Access.Path.Steps;
        for (var i = from; i < steps.Length; i++)
        {
            if (steps[i].Member is not null)
                return false;
        }

        return true;
    }

    /// <summary>Variables that index may mean another element each time.</summary>
    private static bool IsSameElement(PathStep first, PathStep second) =>
        first.Equals(ObjectPaths.AnyElement) || second.Equals(ObjectPaths.AnyElement) || (first.Equals(second) && int.TryParse(first.Index, out _));
}
