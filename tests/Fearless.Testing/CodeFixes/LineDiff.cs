using System;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Two texts line by line, along a longest common subsequence.</summary>
internal static class LineDiff
{
    public static string Write(SourceText expected, SourceText actual)
    {
        var (left, right) = (GetLines(expected), GetLines(actual));
        var common = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var result = new StringBuilder();
        for (int i = 0, j = 0; i < left.Length || j < right.Length;)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                result.Append("  ").Append(left[i++]).Append('\n');
                j++;
            }
            else if (j == right.Length || (i < left.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                result.Append("- ").Append(Show(left[i++])).Append('\n');
            }
            else
            {
                result.Append("+ ").Append(Show(right[j++])).Append('\n');
            }
        }

        return result.ToString();
    }

    /// <summary>With line ends, for they may be the difference.</summary>
    private static string[] GetLines(SourceText text) =>
        [.. text.Lines.Select(l => text.ToString(l.SpanIncludingLineBreak))
            .Select(static l => l.Replace("\r", "␍", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal))];

    private static string Show(string line) =>
        line.TrimEnd() is var trimmed && trimmed.Length < line.Length ? trimmed + new string('·', line.Length - trimmed.Length) : line;
}
