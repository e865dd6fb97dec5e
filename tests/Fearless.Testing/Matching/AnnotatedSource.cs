using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A file with carets under the spans of diagnostics.</summary>
internal static class AnnotatedSource
{
    public static string Write(string path, SourceText text, IEnumerable<(FileLinePositionSpan Span, string Note)> notes)
    {
        var byLine = notes.ToLookup(static n => n.Span.StartLinePosition.Line);
        var result = new StringBuilder().Append("    ").Append(path).Append('\n');
        foreach (var line in text.Lines)
        {
            result.Append($"{line.LineNumber + 1,5} | {line}\n");
            foreach (var (span, note) in byLine[line.LineNumber])
            {
                result.Append($"      | {Carets(span, line)} {note}\n");
            }
        }

        return result.ToString();
    }

    private static string Carets(FileLinePositionSpan span, TextLine line)
    {
        var start = span.StartLinePosition.Character;
        var oneLine = span.EndLinePosition.Line == line.LineNumber;
        var end = oneLine ? span.EndLinePosition.Character : line.Span.Length;
        return new string(' ', start) + new string('^', Math.Max(1, end - start)) + (oneLine ? "" : "…");
    }
}
