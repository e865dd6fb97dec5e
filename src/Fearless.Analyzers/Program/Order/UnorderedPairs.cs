using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Program;

/// <summary>
/// Two locks of one class, of which the code does not say which comes first: whoever calls it with the two objects exchanged takes them the
/// other way round.
/// </summary>
internal static class UnorderedPairs
{
    public static bool IsOne(OrderEdge edge) =>
        edge is { IsWithinClass: true, Acquired: { Path: { } acquired, Mode: var wanted }, Held: { Path: var held, Mode: var mode } } && (wanted == LockMode.Exclusive || mode == LockMode.Exclusive)
        && (AreExchangeable(held, acquired, edge) || AreElements(held, acquired)) && !HasGate(edge) && !IsCompared(edge, held, acquired);

    /// <summary>The same lock of two objects that the caller chooses: this and a parameter, or two parameters.</summary>
    private static bool AreExchangeable(AccessPath held, AccessPath acquired, OrderEdge edge) =>
        IsCallers(held, edge) && IsCallers(acquired, edge) && !Equals(held.Cut(0), acquired.Cut(0)) && held.Steps.Length == acquired.Steps.Length && HaveSameSteps(held, acquired);

    private static bool IsCallers(AccessPath path, OrderEdge edge) => path.Root == PathRoot.This
        || (path.Variable is IParameterSymbol parameter && edge.Function.Body.Variables.ValuesOf(parameter).Count == 0);

    private static bool HaveSameSteps(AccessPath one, AccessPath other)
    {
        for (var i = 0; i < one.Steps.Length; i++)
        {
            if (one.Steps[i].Member is null || !one.Steps[i].Equals(other.Steps[i]))
                return false;
        }

        return true;
    }

    /// <summary>Two elements of one array, by indexes of which neither is a number: those could be seen to be in order.</summary>
    private static bool AreElements(AccessPath held, AccessPath acquired)
    {
        var depth = FirstElement(held);
        if (depth < 0 || depth != FirstElement(acquired) || !held.Cut(depth).Equals(acquired.Cut(depth)))
            return false;
        var (first, second) = (held.Steps[depth].Index!, acquired.Steps[depth].Index!);
        return first != second && !SaysWhich(first) && !SaysWhich(second) && (!int.TryParse(first, out _) || !int.TryParse(second, out _)) && second != first + " + 1";
    }

    /// <summary><c>forks[left &lt; right ? left : right]</c></summary>
    private static bool SaysWhich(string index) =>
        index.Contains("<") || index.Contains(">") || index.Contains("Min(") || index.Contains("Max(");

    private static int FirstElement(AccessPath path)
    {
        for (var i = 0; i < path.Steps.Length; i++)
        {
            if (path.Steps[i].Member is null)
                return i;
        }

        return -1;
    }

    /// <summary>Another lock around both lets only one through at a time.</summary>
    private static bool HasGate(OrderEdge edge)
    {
        foreach (var other in edge.Locks)
        {
            if (other != edge.Held && other.Mode == LockMode.Exclusive && !SymbolEqualityComparer.Default.Equals(LockClass.Of(other.Path, edge.Function.Method), edge.From))
                return true;
        }

        return false;
    }

    /// <summary>The two were compared before the first lock was taken.</summary>
    private static bool IsCompared(OrderEdge edge, AccessPath held, AccessPath acquired)
    {
        var first = NameOf(held);
        var second = NameOf(acquired);
        foreach (var node in edge.Function.Body.Root.Syntax.DescendantNodes())
        {
            if (node.SpanStart >= edge.Held.Acquisition.SpanStart)
                continue;
            if (IsComparison(node) && (first is null || Mentions(node, first)) && (second is null || Mentions(node, second)))
                return true;
        }

        return false;
    }

    private static bool IsComparison(SyntaxNode node) => node.Kind() switch
    {
        SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression => true,
        SyntaxKind.InvocationExpression => ((InvocationExpressionSyntax)node).Expression switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name.StartsWith("Compare", System.StringComparison.Ordinal) || name is "Sort" or "OrderBy" or "Min" or "Max",
            _ => false,
        },
        _ => false,
    };

    /// <summary>Null: this, which need not be written.</summary>
    private static string? NameOf(AccessPath path)
    {
        if (path.Root == PathRoot.This && FirstElement(path) < 0)
            return null;
        return FirstElement(path) is var depth and >= 0 ? path.Steps[depth].Index : path.Variable?.Name;
    }

    private static bool Mentions(SyntaxNode node, string name)
    {
        foreach (var inner in node.DescendantNodes())
        {
            if (inner is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name)
                return true;
        }

        return false;
    }
}
