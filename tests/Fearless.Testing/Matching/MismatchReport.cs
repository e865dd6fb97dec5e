using System.Collections.Immutable;
using System.Linq;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Says what was expected and what came, pair by pair, in the source, and as code to paste.</summary>
internal static class MismatchReport
{
    public static string Write(EvaluatedState state, ImmutableArray<DiagnosticPair> pairs)
    {
        var expected = pairs.Count(static p => p.Expected is not null);
        var actual = pairs.Count(static p => p.Actual is not null);
        var text = new StringBuilder($"Diagnostics differ: {expected} expected, {actual} reported.\n\n");
        foreach (var pair in pairs.OrderBy(static p => p.IsMatch))
        {
            WritePair(text, pair);
        }

        foreach (var file in state.Projects.SelectMany(static p => p.Sources.Concat(p.AdditionalFiles)))
        {
            WriteFile(text, file, pairs);
        }

        text.Append("\nExpectations that would match what was reported:\n");
        foreach (var pair in pairs.Where(static p => p.Actual is not null))
        {
            text.Append("    ").Append(DiagnosticText.ToExpectation(pair.Actual!, state.DefaultPath)).Append(",\n");
        }

        return text.ToString();
    }

    private static void WritePair(StringBuilder text, DiagnosticPair pair)
    {
        if (pair.IsMatch)
        {
            text.Append("  as expected   ").Append(DiagnosticText.Describe(pair.Actual!)).Append('\n');
            return;
        }

        if (pair is { Expected: not null, Actual: not null })
        {
            text.Append($"  different {pair.Mismatch}\n");
        }

        if (pair.Expected is { } expected)
        {
            text.Append(pair.Actual is null ? "  missing       " : "    expected    ")
                .Append(DiagnosticText.Describe(expected, pair.Actual)).Append('\n');
        }

        if (pair.Actual is { } actual)
        {
            text.Append(pair.Expected is null ? "  unexpected    " : "    reported    ")
                .Append(DiagnosticText.Describe(actual)).Append('\n');
        }
    }

    private static void WriteFile(StringBuilder text, EvaluatedFile file, ImmutableArray<DiagnosticPair> pairs)
    {
        var missing = pairs.Where(p => !p.IsMatch && p.Expected is { HasLocation: true } e && e.Spans[0].Span.Path == file.Path)
            .Select(static p => (p.Expected!.Value.Spans[0].Span, $"{p.Expected.Value.Id} expected"));
        var reported = pairs.Select(static p => p.Actual).OfType<Diagnostic>()
            .Select(static a => (Span: a.Location.GetLineSpan(), Note: $"{a.Id} reported"))
            .Where(n => n.Span.Path == file.Path);
        var notes = missing.Concat(reported).ToList();
        if (notes.Count > 0)
        {
            text.Append('\n').Append(AnnotatedSource.Write(file.Path, file.Text, notes));
        }
    }
}
