using System;

namespace Fearless.RuleDocs;

/// <summary>The part of a hand-written file that is generated stands between two comments.</summary>
internal static class MarkedPart
{
    public static string Begin(string name) => $"<!-- generated: {name} -->";

    public static string End(string name) => $"<!-- end: {name} -->";

    public static string Wrap(string name, string content) => $"{Begin(name)}\n{content.TrimEnd('\n')}\n{End(name)}";

    public static bool IsIn(string text, string name) =>
        text.IndexOf(Begin(name), StringComparison.Ordinal) is >= 0 and var begin && text.IndexOf(End(name), begin, StringComparison.Ordinal) >= 0;

    public static string Replace(string text, string name, string content)
    {
        if (!IsIn(text, name))
            throw new FormatException($"no part between '{Begin(name)}' and '{End(name)}'");
        var begin = text.IndexOf(Begin(name), StringComparison.Ordinal);
        var end = text.IndexOf(End(name), begin, StringComparison.Ordinal);
        return text[..begin] + Wrap(name, content) + text[(end + End(name).Length)..];
    }
}
