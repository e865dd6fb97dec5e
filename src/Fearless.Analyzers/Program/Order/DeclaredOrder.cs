using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

/// <summary>What <c>[AcquiredBefore]</c> and <c>[LockRank]</c> say about lock classes, from marker to marker.</summary>
internal sealed class DeclaredOrder
{
    private readonly Dictionary<ISymbol, List<DeclaredStep>> _next = new(SymbolEqualityComparer.Default);

    /// <summary>The markers by which the first is taken before the other; empty: none say so.</summary>
    public IReadOnlyList<DeclaredStep> WayFrom(ISymbol first, ISymbol second)
    {
        var before = new Dictionary<ISymbol, DeclaredStep>(SymbolEqualityComparer.Default);
        var pending = new Queue<ISymbol>();
        pending.Enqueue(first);
        while (pending.Count > 0)
        {
            foreach (var step in StepsFrom(pending.Dequeue()))
            {
                if (before.ContainsKey(step.Second))
                    continue;
                before.Add(step.Second, step);
                if (SymbolEqualityComparer.Default.Equals(step.Second, second))
                    return Way(second, first, before);
                pending.Enqueue(step.Second);
            }
        }

        return [];
    }

    /// <summary>The edge goes against what is declared. An order that goes round is nobody's to keep.</summary>
    public bool IsViolatedBy(OrderEdge edge) =>
        !edge.IsWithinClass && ((WayFrom(edge.To, edge.From).Count > 0 && WayFrom(edge.From, edge.To).Count == 0) || (RankOf(edge.From) is { } held && RankOf(edge.To) is { } wanted && held >= wanted));

    /// <summary>Some edge of the cycle goes against the order, so that it is that edge that is wrong.</summary>
    public bool Decides(IReadOnlyList<OrderEdge> cycle)
    {
        foreach (var edge in cycle)
        {
            if (IsViolatedBy(edge))
                return true;
        }

        return false;
    }

    public static int? RankOf(ISymbol lockClass) => lockClass.Marker("LockRankAttribute")?.Argument() as int?;

    public IReadOnlyList<DeclaredStep> StepsFrom(ISymbol lockClass)
    {
        if (_next.TryGetValue(lockClass, out var known))
            return known;
        var steps = new List<DeclaredStep>();
        if (lockClass is IFieldSymbol or IPropertySymbol && lockClass.ContainingType is { } type)
        {
            foreach (var data in lockClass.GetAttributes())
            {
                if (!data.AttributeClass.Is("AcquiredBeforeAttribute", "Fearless") || data.ApplicationSyntaxReference?.GetSyntax() is not { } syntax)
                    continue;
                foreach (var name in data.Arguments())
                {
                    if (name is string text && LockNames.Resolve(text, type, null) is { Path.LastMember: { } second })
                        steps.Add(new DeclaredStep(lockClass, second.OriginalDefinition, syntax));
                }
            }
        }

        _next.Add(lockClass, steps);
        return steps;
    }

    private static List<DeclaredStep> Way(ISymbol end, ISymbol start, Dictionary<ISymbol, DeclaredStep> before)
    {
        var way = new List<DeclaredStep>();
        var at = end;
        do
        {
            var step = before[at];
            way.Insert(0, step);
            at = step.First;
        }
        while (!SymbolEqualityComparer.Default.Equals(at, start));
        return way;
    }
}

/// <summary>One marker: the first is taken before the second.</summary>
internal readonly struct DeclaredStep(ISymbol first, ISymbol second, SyntaxNode marker)
{
    public ISymbol First { get; } = first;

    public ISymbol Second { get; } = second;

    public SyntaxNode Marker { get; } = marker;
}
