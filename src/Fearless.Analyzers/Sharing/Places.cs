using System.IO;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>Places as messages name them.</summary>
internal static class Places
{
    /// <summary>"line 12", or, if it is in another file than the place of the message, "line 12 of Loader.cs".</summary>
    public static string Of(SyntaxNode place, SyntaxNode from) => Of(place.GetLocation(), from.SyntaxTree);

    public static string Of(Location place, SyntaxTree? from)
    {
        var span = place.GetLineSpan();
        var line = span.StartLinePosition.Line + 1;
        return place.SourceTree == from || span.Path.Length == 0 ? $"line {line}" : $"line {line} of {Path.GetFileName(span.Path)}";
    }

    /// <summary>"", " and at another place", " and at 3 other places": they are additional locations.</summary>
    public static string Others(int count) => count switch
    {
        0 => "",
        1 => " and at another place",
        _ => $" and at {count} other places",
    };
}
