using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>An object that is disposed while work that uses it may still run.</summary>
/// <param name="disposal">The disposal: a call, or the end of the scope of a <c>using</c>.</param>
/// <param name="use">A use in the work.</param>
/// <param name="work">The work.</param>
internal sealed class EarlyDisposal(ObjectCall disposal, AccessFact use, SpawnSite work)
{
    public ObjectCall Disposal { get; } = disposal;

    public AccessFact Use { get; } = use;

    public SpawnSite Work { get; } = work;
}

internal static class Disposals
{
    /// <summary>One for each disposal and piece of work.</summary>
    public static List<EarlyDisposal> Find(BodyFacts facts)
    {
        var found = new List<EarlyDisposal>();
        if (facts.Spawns.Count == 0)
            return found;
        var seen = new HashSet<(AccessPath, SpawnSite)>();
        foreach (var disposal in facts.Objects.Calls)
        {
            // Whoever has waited for the very object knows that the other side is done with it.
            if (disposal.Method is not { Name: "Dispose" or "DisposeAsync" or "Close", IsStatic: false, Parameters.IsEmpty: true } || disposal.Receiver is not { Variable: { } variable } path
                || Handles.Mentions(disposal.ReceiverType, 0) || disposal.Point.Waited.Contains(path.LastMember ?? variable))
                continue;
            foreach (var use in facts.Objects.Calls)
            {
                if (use.Receiver is { } receiver && use.Point.Context != disposal.Point.Context && !IsDisposal(use) && path.IsPrefixOf(receiver)
                    && RunningWork(use.Point.Context, disposal.Point) is { } work && IsDeclaredOutside(variable, work) && !Overlap.IsOrdered(disposal.Point, use.Point, facts.Signals)
                    && seen.Add((path, work)))
                {
                    found.Add(new EarlyDisposal(disposal, use.Point, work));
                }
            }
        }

        return found;
    }

    /// <summary>The work, started by the code that disposes, in which the use happens, if it may still run by then.</summary>
    private static SpawnSite? RunningWork(ThreadContext use, AccessFact disposal)
    {
        for (; use.Site is { } site; use = use.Parent!)
        {
            if (use.Parent == disposal.Context)
                return (disposal.Running & site.Bit) != 0 ? site : null;
        }

        return null;
    }

    /// <summary>What the work makes itself is its own.</summary>
    private static bool IsDeclaredOutside(ISymbol variable, SpawnSite work) =>
        work.Body is not { } body || VariableInstances.DeclarationOf(variable) is not { } declaration || !body.Syntax.FullSpan.Contains(declaration.Span);

    private static bool IsDisposal(ObjectCall call) => call.Method.Name is "Dispose" or "DisposeAsync" or "Close";
}
