using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace Fearless.FixCheck;

/// <summary>Lines end as they did.</summary>
internal static class LineEndCheck
{
    public static IEnumerable<string> Problems(Change change) =>
        Ends(change.NewText).Except(Ends(change.OldText), StringComparer.Ordinal).Select(static end => "another line end: " + end.Replace("\r", "CR", StringComparison.Ordinal).Replace("\n", "LF", StringComparison.Ordinal));

    private static HashSet<string> Ends(SourceText text) =>
        [.. text.Lines.Select(line => text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak))).Where(static end => end.Length > 0)];
}
