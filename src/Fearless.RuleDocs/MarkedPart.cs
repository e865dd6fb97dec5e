using System;

namespace Fearless.RuleDocs;

/// <summary>The part of a hand-written file that is generated stands between two comments.</summary>
internal static class MarkedPart
{
    public static string Begin(string name) => $"<!-- generated: {name} -->";

    public static string End(string name) => $"<!-- end: {name} -->";

    public static string Wrap(string name, string content) => $"{Begin(name)}\n{content.TrimEnd('\n')}\n{End(name)}";

    public static string Replace(string text, string name, string content)
    {
        var begin = text.IndexOf(Begin(name), StringComparison.Ordinal);
        var end = text.IndexOf(End(name), StringComparison.Ordinal);
        return begin < 0 || end < begin
            ? throw new FormatException($"no part between '{Begin(name)}' and '{End(name)}'")
            : text[..begin] + Wrap(name, content) + text[(end + End(name).Length)..];
    }
}
