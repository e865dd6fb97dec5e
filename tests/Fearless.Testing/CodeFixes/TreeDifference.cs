using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The first place where a fixer's tree and the parsed tree part.</summary>
internal static class TreeDifference
{
    public static string? Find(SyntaxNodeOrToken built, SyntaxNodeOrToken parsed, CodeActionValidationMode mode)
    {
        if (built.RawKind != parsed.RawKind || built.IsMissing != parsed.IsMissing)
        {
            return Describe(built, parsed);
        }

        if (built.IsToken)
        {
            return built.AsToken().Text == parsed.AsToken().Text
                && (mode != CodeActionValidationMode.Full || HasSameTrivia(built.AsToken(), parsed.AsToken()))
                ? null
                : Describe(built, parsed);
        }

        // Zero-width missing tokens count too: the parser would have put them there as well.
        var (left, right) = (built.ChildNodesAndTokens(), parsed.ChildNodesAndTokens());
        if (left.Count != right.Count)
        {
            return Describe(built, parsed);
        }

        return left.Zip(right, (l, r) => Find(l, r, mode)).FirstOrDefault(static d => d is not null);
    }

    private static bool HasSameTrivia(SyntaxToken built, SyntaxToken parsed) =>
        built.LeadingTrivia.Select(static t => t.RawKind).SequenceEqual(parsed.LeadingTrivia.Select(static t => t.RawKind))
        && built.TrailingTrivia.Select(static t => t.RawKind).SequenceEqual(parsed.TrailingTrivia.Select(static t => t.RawKind));

    private static string Describe(SyntaxNodeOrToken built, SyntaxNodeOrToken parsed) =>
        $"    built:  {Kind(built)} '{built}'\n    parsed: {Kind(parsed)} '{parsed}'";

    private static string Kind(SyntaxNodeOrToken item) => ((CSharp.SyntaxKind)item.RawKind).ToString();
}
