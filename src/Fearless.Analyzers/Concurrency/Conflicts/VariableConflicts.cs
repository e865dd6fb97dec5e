using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers;

/// <summary>The conflicts on captured variables themselves (not on the objects that they refer to).</summary>
internal static class VariableConflicts
{
    /// <summary>At most one for each variable and piece of work.</summary>
    public static List<Conflict> Find(BodyFacts facts)
    {
        var conflicts = new List<Conflict>();
        if (facts.Spawns.Count == 0)
            return conflicts;
        foreach (var entry in SlotAccesses(facts))
        {
            var accesses = entry.Value;
            var reported = new HashSet<SpawnSite>();
            for (var i = 0; i < accesses.Count; i++)
            {
                for (var j = i; j < accesses.Count; j++)
                {
                    if (Between(accesses[i], accesses[j], entry.Key, facts) is { } conflict && reported.Add(conflict.Work))
                        conflicts.Add(conflict);
                }
            }
        }

        return conflicts;
    }

    private static Conflict? Between(AccessFact first, AccessFact second, ISymbol variable, BodyFacts facts)
    {
        if (!first.IsWrite && !second.IsWrite)
            return null;
        if (IsHarmlessPair(first, second) || first.SharesLockWith(second) || Overlap.Between(first, second, variable, facts) is not { } work)
            return null;
        if (StoresHandleOf(first, work) || StoresHandleOf(second, work) || Overlap.IsOrdered(first, second, facts.Signals))
            return null;
        return Arrange(first, second, variable, work);
    }

    /// <summary>The later use goes first; of two runs of the same work, the write.</summary>
    private static Conflict Arrange(AccessFact first, AccessFact second, ISymbol variable, SpawnSite work)
    {
        var conflict = new Conflict(variable, first, second, work);
        var swap = conflict.IsWithItself
            ? !first.IsWrite
            : first.Context.Depth > second.Context.Depth || (first.Context.Depth == second.Context.Depth && first.Syntax.SpanStart < second.Syntax.SpanStart);
        return swap ? new Conflict(variable, second, first, work) : conflict;
    }

    private static bool IsHarmlessPair(AccessFact first, AccessFact second)
    {
        // A plain read beside an interlocked write sees an old or a new value, never half of one: a matter of its own, not of the capture.
        if (first.IsAtomic || second.IsAtomic)
            return (first.IsAtomic || !first.IsWrite) && (second.IsAtomic || !second.IsWrite);

        // Everybody stores the same constant: whoever comes last, the variable holds it.
        return ConstantStored(first) is { } one && ConstantStored(second) is { } other && one == other;
    }

    private static string? ConstantStored(AccessFact access) =>
        access.Kind == AccessKind.Write
        && access.Syntax.Parent is AssignmentExpressionSyntax { Right: LiteralExpressionSyntax literal } assignment && assignment.Left == access.Syntax
            ? literal.Token.ValueText
            : null;

    /// <summary><c>t = Task.Run(() =&gt; … t …)</c>: the work may see the variable before its handle is there, but nothing tears or gets lost.</summary>
    private static bool StoresHandleOf(AccessFact access, SpawnSite work) =>
        access.IsWrite && access.Syntax.Parent is AssignmentExpressionSyntax assignment && assignment.Right.FullSpan.Contains(work.Call.Span);

    private static Dictionary<ISymbol, List<AccessFact>> SlotAccesses(BodyFacts facts)
    {
        var captured = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var access in facts.Accesses)
        {
            if (access.Context.Site is not null && access.Path.Variable is { } variable)
                captured.Add(variable);
        }

        var accesses = new Dictionary<ISymbol, List<AccessFact>>(SymbolEqualityComparer.Default);
        foreach (var access in facts.Accesses)
        {
            if (access.Path.Variable is not { } variable || !access.Path.Steps.IsEmpty || !captured.Contains(variable)
                || (access.Kind & AccessKind.Initial) != 0 || access.Context == ThreadContext.Unknown)
            {
                continue;
            }

            if (!accesses.TryGetValue(variable, out var list))
                accesses.Add(variable, list = []);
            list.Add(access);
        }

        return accesses;
    }
}
