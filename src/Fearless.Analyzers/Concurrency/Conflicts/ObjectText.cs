using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers;

/// <summary>Puts the uses of objects into words and places. Only called when something is reported.</summary>
internal static class ObjectText
{
    private const int Longest = 40;

    /// <summary>The smallest piece of the use here that names the object.</summary>
    public static Location Place(SharedUse use) => NodeOf(use).GetLocation();

    public static SyntaxNode NodeOf(SharedUse use) => NodeOf(use.Access, use.Access.Path);

    public static SyntaxNode NodeOf(AccessFact use, AccessPath path) => NameIn(use.Syntax, path);

    /// <summary>The line of the use, and the calls that lead there.</summary>
    public static string Site(SharedUse use) => use.Via.IsEmpty
        ? $"'{Short(use.Site)}' at line {Line(use.Site.GetLocation())}"
        : $"'{Short(use.Site)}' at line {Line(use.Site.GetLocation())}, called at line {Line(use.Via[0].GetLocation())}";

    public static string Chain(SharedUse use) => use.Via.IsEmpty ? "" : $" ('{Short(use.Site)}' at line {Line(use.Site.GetLocation())})";

    public static int Line(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;

    public static void AddSites(List<Location> into, SharedUse use, Location primary)
    {
        foreach (var call in use.Via)
            Add(into, call.GetLocation(), primary);
        Add(into, use.Via.IsEmpty ? NameIn(use.Site, use.Access.Path).GetLocation() : use.Site.GetLocation(), primary);
    }

    public static ImmutableDictionary<string, string?> FixFacts(ObjectConflict conflict) =>
        Analyzers.FixFacts.Of(conflict.Work, conflict.IsWithItself);

    private static void Add(List<Location> into, Location site, Location primary)
    {
        if (!site.Equals(primary) && !into.Contains(site))
            into.Add(site);
    }

    /// <summary>The object as a person would name it; a part of a buffer by the buffer.</summary>
    public static string Name(AccessPath path)
    {
        for (var i = 0; i < path.Steps.Length; i++)
        {
            if (ObjectPaths.IsRange(path.Steps[i]) || path.Steps[i].Equals(ObjectPaths.AnyElement))
                return path.Cut(i).ToString();
        }

        return path.ToString();
    }

    private static SyntaxNode NameIn(SyntaxNode use, AccessPath path)
    {
        if (Find(use, path.LastMember?.Name) is { } member)
            return member;
        if (Find(use, path.Variable?.Name) is { } variable)
            return variable;
        return use is not InvocationExpressionSyntax call ? use
            : call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver } ? receiver
            : call.Expression;
    }

    private static SyntaxNode? Find(SyntaxNode use, string? name)
    {
        if (name is null)
            return null;
        foreach (var node in use.DescendantNodesAndSelf())
        {
            if (node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name)
                return identifier;
        }

        return null;
    }

    private static string Short(SyntaxNode site)
    {
        var node = site switch
        {
            InvocationExpressionSyntax call => call.Expression,
            ObjectCreationExpressionSyntax creation => creation.Type,
            ElementAccessExpressionSyntax element => element.Expression,
            _ => site,
        };
        var text = node.ToString();
        var line = text.IndexOf('\n');
        if (line >= 0)
            text = text.Substring(0, line).TrimEnd();
        return text.Length <= Longest ? text : text.Substring(0, Longest) + "…";
    }
}
