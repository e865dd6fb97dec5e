using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Where a diagnostic is expected: a span, or until the markup has been read, the number of a markup location.</summary>
public readonly struct DiagnosticLocation(FileLinePositionSpan span, DiagnosticLocationOptions options)
{
    public FileLinePositionSpan Span { get; } = span;

    public DiagnosticLocationOptions Options { get; } = options;

    internal int? MarkupKey { get; private init; }

    internal static DiagnosticLocation FromMarkup(int key, DiagnosticLocationOptions options) => new(default, options) { MarkupKey = key };

    internal static FileLinePositionSpan CreateSpan(string path, int startLine, int startColumn, int endLine, int endColumn) =>
        new(path, new LinePosition(startLine - 1, startColumn - 1), new LinePosition(endLine - 1, endColumn - 1));

    internal bool Matches(FileLinePositionSpan actual) =>
        actual.Path == Span.Path
        && actual.StartLinePosition == Span.StartLinePosition
        && ((Options & DiagnosticLocationOptions.IgnoreLength) != 0 || actual.EndLinePosition == Span.EndLinePosition);
}
