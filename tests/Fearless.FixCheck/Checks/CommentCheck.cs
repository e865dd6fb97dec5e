using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fearless.FixCheck;

/// <summary>No comment is lost or doubled.</summary>
internal static class CommentCheck
{
    public static IEnumerable<string> Problems(Change change)
    {
        var old = Comments(change.Before);
        var now = Comments(change.After);
        foreach (var (text, count) in old)
        {
            var left = now.GetValueOrDefault(text);
            if (left < count)
                yield return "lost comment: " + text;
            else if (left > count)
                yield return "doubled comment: " + text;
        }
    }

    private static Dictionary<string, int> Comments(SyntaxNode root) => root.DescendantTrivia(descendIntoTrivia: false)
        .Where(static trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia)
        .GroupBy(static trivia => trivia.ToFullString().Trim(), StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
}
