using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers;

/// <summary>The conflicts on objects that the work of one member shares with it, or with other work, or with another run of itself.</summary>
internal static class ObjectConflicts
{
    /// <summary>At most one for each object and piece of work.</summary>
    public static List<ObjectConflict> Find(BodyFacts facts, CallEffects effects)
    {
        var conflicts = new List<ObjectConflict>();
        if (facts.Spawns.Count == 0)
            return conflicts;
        foreach (var group in SharedUses.Of(facts, effects))
        {
            var reported = new HashSet<(SpawnSite, ISymbol?)>();
            for (var i = 0; i < group.Count; i++)
            {
                for (var j = i; j < group.Count; j++)
                {
                    if (Between(group[i], group[j], facts) is { } conflict && reported.Add((conflict.Work, conflict.Primary.Access.Path.LastMember)))
                        conflicts.Add(conflict);
                }
            }
        }

        return conflicts;
    }

    private static ObjectConflict? Between(SharedUse first, SharedUse second, BodyFacts facts)
    {
        if ((!first.IsWrite && !second.IsWrite) || !SamePlace.Is(first, second) || first.Access.SharesLockWith(second.Access))
            return null;
        if (first.Access.IsAtomic || second.Access.IsAtomic || (first.IsSlot && IsHarmlessStore(first, second)))
            return null;
        if (Overlap.Between(first.Access, second.Access, first.Access.Path.Variable, facts) is not { } work || !IsCounted(work, first, second))
            return null;
        return Overlap.IsOrdered(first.Access, second.Access, facts.Signals) ? null : Arrange(first, second, work);
    }

    /// <summary>Several runs that store into one field, or everybody a constant: whoever comes last, the field holds a whole value.</summary>
    private static bool IsHarmlessStore(SharedUse first, SharedUse second) =>
        (ReferenceEquals(first, second) && first.Access.Kind == AccessKind.Write)
        || (IsConstantStore(first) && (IsConstantStore(second) || !second.IsWrite)) || (IsConstantStore(second) && !first.IsWrite);

    private static bool IsConstantStore(SharedUse use) =>
        use.Site.Parent is AssignmentExpressionSyntax { Right: LiteralExpressionSyntax } assignment && assignment.Left == use.Site;

    /// <summary>
    /// Timers and events that fire seldom hardly ever meet themselves on the state of their object; work for a chosen scheduler or a named
    /// thread runs one after the other.
    /// </summary>
    private static bool IsCounted(SpawnSite work, SharedUse first, SharedUse second)
    {
        if (work.Description.Thread is not null)
            return false;
        if (work.Call is InvocationExpressionSyntax { ArgumentList: var arguments } && arguments.ToString().Contains("Scheduler.From"))
            return false;
        var conflict = new ObjectConflict(first, second, work);
        return !conflict.IsWithItself || first.Access.Path.Root == PathRoot.Variable || !work.Description.IsRepeated || work.Description.IsJoined
            || work.Call is not (ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax or AssignmentExpressionSyntax);
    }

    /// <summary>The later use goes first; of two runs of the same work, the write.</summary>
    private static ObjectConflict Arrange(SharedUse first, SharedUse second, SpawnSite work)
    {
        var conflict = new ObjectConflict(first, second, work);
        var (a, b) = (first.Access, second.Access);
        var swap = conflict.IsWithItself
            ? !first.IsWrite
            : a.Context.Depth > b.Context.Depth || (a.Context.Depth == b.Context.Depth && a.Syntax.SpanStart < b.Syntax.SpanStart);
        return swap ? new ObjectConflict(second, first, work) : conflict;
    }
}
