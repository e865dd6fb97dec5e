using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>Gathers what one member and its work do to objects that more than one of them can reach.</summary>
internal static class SharedUses
{
    /// <summary>One list for each variable, for this, and for each static.</summary>
    public static IEnumerable<List<SharedUse>> Of(BodyFacts facts, CallEffects effects)
    {
        var groups = new Dictionary<ISymbol, List<SharedUse>>(SymbolEqualityComparer.Default);
        var ofThis = new List<SharedUse>();
        foreach (var slot in facts.Objects.Slots)
        {
            if (slot.Context != ThreadContext.Unknown && SlotEffects.Matters(slot))
                Add(new SharedUse(slot, SlotEffects.IsSlot(slot.Path), slot.Syntax, []), groups, ofThis);
        }

        foreach (var call in facts.Objects.Calls)
        {
            if (call.Point.Context == ThreadContext.Unknown)
                continue;
            foreach (var effect in effects.Of(call))
            {
                var access = call.Point.To(effect.Path, effect.IsWrite ? AccessKind.Write : AccessKind.Read);
                Add(new SharedUse(access, effect.IsSlot, effect.Site, effect.Via), groups, ofThis);
            }
        }

        foreach (var group in groups.Values)
        {
            if (IsShared(group))
                yield return Settled(group);
        }

        if (IsShared(ofThis))
            yield return Settled(ofThis);
    }

    private static void Add(SharedUse use, Dictionary<ISymbol, List<SharedUse>> groups, List<SharedUse> ofThis)
    {
        var path = use.Access.Path;
        if (path.Root == PathRoot.This)
        {
            if (!path.Steps.IsEmpty)
                ofThis.Add(use);
            return;
        }

        if ((path.Root == PathRoot.Static ? path.Steps[0].Member : path.Variable) is not { } root)
            return;
        if (!groups.TryGetValue(root, out var group))
            groups.Add(root, group = []);
        group.Add(use);
    }

    /// <summary>Somebody changes it, and some work uses it.</summary>
    private static bool IsShared(List<SharedUse> uses)
    {
        bool written = false, inWork = false;
        foreach (var use in uses)
        {
            written |= use.IsWrite;
            inWork |= use.Access.Context.Site is not null;
        }

        return written && inWork;
    }

    /// <summary>Without the uses of what a field refers to where somebody may make the field refer to something else.</summary>
    private static List<SharedUse> Settled(List<SharedUse> uses)
    {
        var replaced = new HashSet<AccessPath>();
        foreach (var use in uses)
        {
            if (use.IsSlot && use.IsWrite)
                replaced.Add(use.Access.Path);
        }

        if (replaced.Count == 0)
            return uses;
        var settled = new List<SharedUse>();
        foreach (var use in uses)
        {
            if (!IsReplaced(use, replaced))
                settled.Add(use);
        }

        return settled;
    }

    private static bool IsReplaced(SharedUse use, HashSet<AccessPath> replaced)
    {
        foreach (var path in replaced)
        {
            if (path.IsPrefixOf(use.Access.Path) && (!use.IsSlot || !path.Equals(use.Access.Path)))
                return true;
        }

        return false;
    }
}
