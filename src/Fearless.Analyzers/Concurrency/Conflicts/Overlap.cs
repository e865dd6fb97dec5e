using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>Whether two accesses to the same variable can happen at the same time, and the piece of work because of which they can.</summary>
internal static class Overlap
{
    /// <summary>Null: they cannot, as far as anybody can tell. Without a variable, what is accessed outlives the whole member.</summary>
    public static SpawnSite? Between(AccessFact first, AccessFact second, ISymbol? variable, BodyFacts facts)
    {
        var a = first.Context;
        var b = second.Context;
        SpawnSite? ofFirst = null, ofSecond = null;
        while (a != b)
        {
            // Up to the code that started both, remembering what it started on the way to each.
            if (a.Depth >= b.Depth)
            {
                if (a.Parent is null)
                    return null;
                (ofFirst, a) = (a.Site, a.Parent);
            }
            else
            {
                if (b.Parent is null)
                    return null;
                (ofSecond, b) = (b.Site, b.Parent);
            }
        }

        if (Itself(first, second, variable, facts) is { } repeated)
            return repeated;
        if (!IsMadeBy(variable, a, facts))
            return null;
        return (ofFirst, ofSecond) switch
        {
            (null, null) => null,
            (null, { } site) => IsRunningAt(site, first, variable) ? site : null,
            ({ } site, null) => IsRunningAt(site, second, variable) ? site : null,
            ({ } one, { } other) => StartsDuring(one, other, variable) ? other : StartsDuring(other, one, variable) ? one : null,
        };
    }

    /// <summary>An event, a channel or a flag puts one before the other.</summary>
    public static bool IsOrdered(AccessFact first, AccessFact second, IReadOnlyList<SignalFact> signals) =>
        IsSeenBy(first, second, signals) || IsSeenBy(second, first, signals);

    private static SpawnSite? Itself(AccessFact first, AccessFact second, ISymbol? variable, BodyFacts facts)
    {
        for (var context = first.Context; context.Site is { } site; context = context.Parent!)
        {
            if (!IsWithin(second.Context, context) || !site.OverlapsItself || IsDeclaredIn(variable, site)
                || !IsMadeBy(variable, context.Parent!, facts))
                continue;
            if (site.Description.IsRepeated)
                return site;
            foreach (var start in site.Starts)
            {
                if (VariableInstances.AreSharedByRepeatedStart(variable, start))
                    return site;
            }
        }

        return null;
    }

    private static bool IsWithin(ThreadContext? inner, ThreadContext outer)
    {
        for (; inner is not null; inner = inner.Parent)
        {
            if (inner == outer)
                return true;
        }

        return false;
    }

    /// <summary>
    /// The context, or the one that started it, runs the function that declares the variable; otherwise each of the works that it starts
    /// runs that function for itself, and has a variable of its own.
    /// </summary>
    private static bool IsMadeBy(ISymbol? variable, ThreadContext context, BodyFacts facts)
    {
        if (variable is null || VariableInstances.FunctionOf(variable) is not { } function)
            return true;
        foreach (var maker in facts.RunsOf(function))
        {
            if (IsWithin(context, maker))
                return true;
        }

        return false;
    }

    private static bool IsDeclaredIn(ISymbol? variable, SpawnSite site) =>
        variable is not null && site.Body is { } body && VariableInstances.DeclarationOf(variable) is { } declaration && body.Syntax.FullSpan.Contains(declaration.Span);

    private static bool IsRunningAt(SpawnSite site, AccessFact access, ISymbol? variable)
    {
        if ((access.Running & site.Bit) == 0)
            return false;
        foreach (var start in site.Starts)
        {
            if (VariableInstances.CanMeet(variable, start, access.Syntax))
                return true;
        }

        return false;
    }

    private static bool StartsDuring(SpawnSite earlier, SpawnSite later, ISymbol? variable)
    {
        if ((later.RunningAtStart & earlier.Bit) == 0)
            return false;
        foreach (var start in earlier.Starts)
        {
            foreach (var other in later.Starts)
            {
                if (VariableInstances.CanMeet(variable, start, other))
                    return true;
            }
        }

        return false;
    }

    /// <summary><paramref name="before"/> is followed by a signal that <paramref name="after"/> has waited for.</summary>
    private static bool IsSeenBy(AccessFact before, AccessFact after, IReadOnlyList<SignalFact> signals)
    {
        foreach (var on in after.Waited)
        {
            bool laterSignal = false, earlierSignal = false;
            foreach (var signal in signals)
            {
                if (signal.Context != before.Context || !SymbolEqualityComparer.Default.Equals(signal.On, on))
                    continue;
                if (signal.Syntax.SpanStart > before.Syntax.SpanStart)
                    laterSignal = true;
                else
                    earlierSignal = true;
            }

            if (laterSignal && !earlierSignal)
                return true;
        }

        return false;
    }
}
