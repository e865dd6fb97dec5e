using System.Collections.Generic;
using System.IO;
using System.Text;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Program;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>How messages speak of locks that are taken while others are held.</summary>
internal static class OrderText
{
    /// <summary>One finding for the cycle: at the edge that comes last in the source, with a way for each edge.</summary>
    public static Diagnostic Cycle(DiagnosticDescriptor rule, IReadOnlyList<OrderEdge> cycle)
    {
        var last = LastOf(cycle);
        return Diagnostic.Create(rule, last.Site.GetLocation(), Locations(cycle, last), AcquiredName(last), HeldName(last), Way(last), Others(cycle, last));
    }

    /// <summary>The edge that comes last in the source.</summary>
    private static OrderEdge LastOf(IReadOnlyList<OrderEdge> cycle)
    {
        var last = cycle[0];
        foreach (var edge in cycle)
        {
            if (SourceOrder.Compare(edge.Site, last.Site) > 0)
                last = edge;
        }

        return last;
    }

    public static string HeldName(OrderEdge edge) => NameOf(edge.Held.Path, edge.From);

    public static string AcquiredName(OrderEdge edge) => NameOf(edge.Acquired.Path, edge.To);

    /// <summary><c> by this call (line 40, line 52)</c>: where the lock is taken, if not here.</summary>
    public static string Way(OrderEdge edge)
    {
        if (edge.Acquired.Via.Length == 1)
            return "";
        var text = new StringBuilder(" by this call (");
        AppendWay(edge, 1, text);
        return text.Append(')').ToString();
    }

    /// <summary>The other edges, in the order in which they are waited for: <c>'b' while 'a' is held in 'Transfer' (line 40 -> line 52)</c>.</summary>
    private static string Others(IReadOnlyList<OrderEdge> cycle, OrderEdge reported)
    {
        var text = new StringBuilder();
        var first = IndexOf(cycle, reported);
        for (var i = 1; i < cycle.Count; i++)
        {
            var edge = cycle[(first + i) % cycle.Count];
            if (i > 1)
                text.Append(i == cycle.Count - 1 ? " and " : ", ");
            text.Append('\'').Append(AcquiredName(edge)).Append("' while '").Append(HeldName(edge)).Append("' is held in '").Append(MemberName(edge.Function.Method)).Append("' (");
            AppendWay(edge, 0, text, reported.Site.SyntaxTree);
            text.Append(')');
        }

        return text.ToString();
    }

    /// <summary>Every step of every edge, the reported place left out.</summary>
    public static IEnumerable<Location> Locations(IReadOnlyList<OrderEdge> cycle, OrderEdge reported)
    {
        var seen = new HashSet<SyntaxNode> { reported.Site };
        var first = IndexOf(cycle, reported);
        for (var i = 0; i < cycle.Count; i++)
        {
            var edge = cycle[(first + i) % cycle.Count];
            if (edge.Held.Acquisition is not Microsoft.CodeAnalysis.CSharp.Syntax.AttributeSyntax && seen.Add(edge.Held.Acquisition))
                yield return edge.Held.Acquisition.GetLocation();
            foreach (var step in edge.Acquired.Via)
            {
                if (seen.Add(step))
                    yield return step.GetLocation();
            }
        }
    }

    private static string MemberName(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.Constructor } => method.ContainingType.Name,
        { AssociatedSymbol: { } member } => member.Name,
        _ => method.Name,
    };

    private static int IndexOf(IReadOnlyList<OrderEdge> cycle, OrderEdge edge)
    {
        for (var i = 0; i < cycle.Count; i++)
        {
            if (cycle[i] == edge)
                return i;
        }

        return 0;
    }

    private static void AppendWay(OrderEdge edge, int from, StringBuilder text, SyntaxTree? file = null)
    {
        file ??= edge.Site.SyntaxTree;
        for (var i = from; i < edge.Acquired.Via.Length; i++)
        {
            if (i > from)
                text.Append(" -> ");
            var step = edge.Acquired.Via[i];
            if (step.SyntaxTree != file)
                text.Append(Path.GetFileName(step.SyntaxTree.FilePath)).Append(' ');
            file = step.SyntaxTree;
            text.Append("line ").Append(step.Line());
        }
    }

    /// <summary>By its path where it has one; a lock of another type is named with its type.</summary>
    private static string NameOf(AccessPath? path, ISymbol lockClass)
    {
        if (path is { Root: not PathRoot.Opaque } && path.ToString() is { Length: > 0 } name)
            return name;
        return lockClass.ContainingType is { } type && lockClass is not ITypeSymbol ? $"{type.Name}.{lockClass.Name}" : lockClass.Name;
    }
}
