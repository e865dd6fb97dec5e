using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

/// <summary>Lock classes, and which is waited for while which is held.</summary>
internal sealed class LockGraph
{
    // What goes round further than this convinces nobody, and more choices than this are not worth a look.
    private const int MaxLength = 6;
    private const int MaxChoices = 400;

    private readonly Dictionary<ISymbol, List<ISymbol>> _next = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(ISymbol From, ISymbol To), List<OrderEdge>> _edges = new(new PairComparer());
    private readonly List<OrderEdge> _all = [];

    /// <param name="edges">In the order of the source.</param>
    public LockGraph(IEnumerable<OrderEdge> edges)
    {
        foreach (var edge in edges)
        {
            if (edge.IsWithinClass)
                continue;
            _all.Add(edge);
            if (!_edges.TryGetValue((edge.From, edge.To), out var same))
            {
                _edges.Add((edge.From, edge.To), same = []);
                if (!_next.TryGetValue(edge.From, out var next))
                    _next.Add(edge.From, next = []);
                next.Add(edge.To);
            }

            same.Add(edge);
        }
    }

    /// <summary>
    /// One for each set of lock classes that goes round, as short as it can be through each edge: the edges of which all may be waited for at the
    /// same time, in order.
    /// </summary>
    /// <param name="isPossible">Whether all of the edges may be waited for at once.</param>
    public IEnumerable<IReadOnlyList<OrderEdge>> Cycles(Func<IReadOnlyList<OrderEdge>, bool> isPossible)
    {
        var seen = new HashSet<string>();
        var components = StrongComponents();
        foreach (var edge in _all)
        {
            if (!components.TryGetValue(edge.From, out var from) || !components.TryGetValue(edge.To, out var to) || from != to)
                continue;
            if (ShortestWay(edge.To, edge.From) is not { } way || !seen.Add(NameOf(way)))
                continue;
            if (Choose(way, 0, [], isPossible, new int[1]) is { } cycle)
                yield return cycle;
        }
    }

    private static string NameOf(List<ISymbol> classes)
    {
        var names = new List<string>(classes.Count);
        foreach (var one in classes)
            names.Add(one.ContainingType?.MetadataName + "." + one.Name + SymbolEqualityComparer.Default.GetHashCode(one));
        names.Sort(StringComparer.Ordinal);
        return string.Join("|", names);
    }

    /// <summary>The classes from one to the other, both among them.</summary>
    private List<ISymbol>? ShortestWay(ISymbol start, ISymbol end)
    {
        var before = new Dictionary<ISymbol, ISymbol?>(SymbolEqualityComparer.Default) { [start] = null };
        var pending = new Queue<ISymbol>();
        pending.Enqueue(start);
        while (pending.Count > 0)
        {
            var current = pending.Dequeue();
            if (SymbolEqualityComparer.Default.Equals(current, end))
                break;
            foreach (var next in _next.TryGetValue(current, out var all) ? all : [])
            {
                if (!before.ContainsKey(next))
                {
                    before.Add(next, current);
                    pending.Enqueue(next);
                }
            }
        }

        if (!before.ContainsKey(end))
            return null;
        var way = new List<ISymbol>();
        for (ISymbol? at = end; at is not null; at = before[at])
            way.Insert(0, at);
        return way.Count > MaxLength ? null : way;
    }

    /// <summary>For each step the first edge with which all are possible.</summary>
    private List<OrderEdge>? Choose(List<ISymbol> way, int step, List<OrderEdge> chosen, Func<IReadOnlyList<OrderEdge>, bool> isPossible, int[] tried)
    {
        if (step == way.Count)
            return tried[0]++ < MaxChoices && isPossible(chosen) ? [.. chosen] : null;
        foreach (var edge in _edges[(way[step], way[(step + 1) % way.Count])])
        {
            chosen.Add(edge);
            var found = Choose(way, step + 1, chosen, isPossible, tried);
            chosen.RemoveAt(chosen.Count - 1);
            if (found is not null || tried[0] >= MaxChoices)
                return found;
        }

        return null;
    }

    /// <summary>Which classes lead to each other. (A class that leads to no other is in none.)</summary>
    private Dictionary<ISymbol, int> StrongComponents()
    {
        var finished = new List<ISymbol>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var back = new Dictionary<ISymbol, List<ISymbol>>(SymbolEqualityComparer.Default);
        foreach (var pair in _next)
        {
            foreach (var next in pair.Value)
            {
                if (!back.TryGetValue(next, out var froms))
                    back.Add(next, froms = []);
                froms.Add(pair.Key);
            }
        }

        foreach (var edge in _all)
            Walk(edge.From, _next, seen, finished);
        seen.Clear();
        var components = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        for (var i = finished.Count - 1; i >= 0; i--)
        {
            var component = new List<ISymbol>();
            Walk(finished[i], back, seen, component);
            foreach (var member in component)
                components.Add(member, i);
        }

        return components;
    }

    private static void Walk(ISymbol start, Dictionary<ISymbol, List<ISymbol>> next, HashSet<ISymbol> seen, List<ISymbol> finished)
    {
        if (!seen.Add(start))
            return;
        var path = new Stack<(ISymbol Class, int Next)>();
        path.Push((start, 0));
        while (path.Count > 0)
        {
            var (current, index) = path.Pop();
            var all = next.TryGetValue(current, out var found) ? found : [];
            if (index >= all.Count)
            {
                finished.Add(current);
                continue;
            }

            path.Push((current, index + 1));
            if (seen.Add(all[index]))
                path.Push((all[index], 0));
        }
    }

    private sealed class PairComparer : IEqualityComparer<(ISymbol From, ISymbol To)>
    {
        public bool Equals((ISymbol From, ISymbol To) x, (ISymbol From, ISymbol To) y) =>
            SymbolEqualityComparer.Default.Equals(x.From, y.From) && SymbolEqualityComparer.Default.Equals(x.To, y.To);

        public int GetHashCode((ISymbol From, ISymbol To) pair) =>
            (SymbolEqualityComparer.Default.GetHashCode(pair.From) * 31) + SymbolEqualityComparer.Default.GetHashCode(pair.To);
    }
}
