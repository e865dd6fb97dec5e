using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Fearless.FixCheck;

/// <summary>The tree that a fix builds is the tree that its text parses to.</summary>
internal static class TreeCheck
{
    public static IEnumerable<string> Problems(Change change)
    {
        if (Difference(change.Built, change.After) is { } difference)
            yield return "the tree is not what its text parses to: " + difference;
        if (change.OldText.ContentEquals(change.NewText))
            yield return "changes nothing";
    }

    private static string? Difference(SyntaxNodeOrToken built, SyntaxNodeOrToken parsed)
    {
        if (built.RawKind != parsed.RawKind || (built.IsToken && built.AsToken().Text != parsed.AsToken().Text))
            return $"{Describe(built)} for {Describe(parsed)}";
        var (mine, other) = (built.ChildNodesAndTokens(), parsed.ChildNodesAndTokens());
        if (mine.Count != other.Count)
            return $"{Describe(built)} for {Describe(parsed)}";
        return mine.Zip(other, static (one, two) => Difference(one, two)).FirstOrDefault(static difference => difference is not null);
    }

    private static string Describe(SyntaxNodeOrToken part) => $"{(Microsoft.CodeAnalysis.CSharp.SyntaxKind)part.RawKind} '{part}'";
}
