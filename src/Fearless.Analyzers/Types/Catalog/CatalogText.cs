using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace Fearless.Analyzers.Types;

/// <summary>
/// Reads the catalog's format. One entry: names of types, separated by commas, then facts about all of them. A line that starts with white
/// space continues the entry above; <c>in Namespace</c> is put before the names that follow; <c>#</c> starts a comment.
/// <code>
/// in System.Collections.Generic
/// List&lt;T&gt;, Queue&lt;T&gt;   send(T) notsync
///     reads(Count, Contains, this[])
/// </code>
/// Facts: <c>send sync notsend notsync</c>, <c>send(T)</c> and <c>sync(T)</c> (if the argument is), <c>notreadable</c>, <c>affine(ui)</c>,
/// <c>reads(…)</c>, <c>why(…)</c>; about who calls code, and what is shared (<see cref="CallContract"/>): <c>concurrent(…)</c>,
/// <c>work(…)</c>, <c>inturn(…)</c>, <c>setup(…)</c>, <c>spawns(…)</c>, <c>repeats(…)</c>, <c>serves(…)</c>, <c>shares(…)</c>, <c>perrequest(…)</c>, <c>percall</c>.
/// </summary>
internal static class CatalogText
{
    public static List<CatalogEntry> Read(string text, List<CatalogProblem> problems)
    {
        var entries = new List<CatalogEntry>();
        var prefix = "";
        var position = 0;
        while (position < text.Length)
        {
            var end = EndOfEntry(text, position);
            var start = position;
            position = end;
            if (IsBlank(text, start, end))
                continue;

            var scanner = new CatalogScanner(text, start, end);
            if (char.IsWhiteSpace(text[start]))
                problems.Add(new CatalogProblem(Line(text, start), "a line that starts with white space continues an entry, but there is none above it"));
            else if (scanner.TryWord("in"))
                prefix = CatalogParser.Namespace(scanner, problems) is { } space ? space + "." : "";
            else
                CatalogParser.Entry(scanner, prefix, entries, problems);
        }

        return entries;
    }

    /// <summary>An entry ends before the next line that starts with something else than white space.</summary>
    private static int EndOfEntry(string text, int start)
    {
        var isComment = text[start] == '#';
        var end = NextLine(text, start);
        while (!isComment && end < text.Length && text[end] is ' ' or '\t' && !IsBlank(text, end, NextLine(text, end)))
            end = NextLine(text, end);
        return end;
    }

    private static int NextLine(string text, int position)
    {
        var end = text.IndexOf('\n', position);
        return end < 0 ? text.Length : end + 1;
    }

    private static bool IsBlank(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] == '#')
                i = Math.Min(end, NextLine(text, i)) - 1;
            else if (!char.IsWhiteSpace(text[i]) && text[i] != '\uFEFF')
                return false;
        }

        return true;
    }

    private static TextSpan Line(string text, int start)
    {
        var end = NextLine(text, start);
        while (end > start && text[end - 1] is '\n' or '\r')
            end--;
        return TextSpan.FromBounds(start, end);
    }
}
