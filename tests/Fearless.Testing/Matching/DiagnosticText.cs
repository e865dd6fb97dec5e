using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Diagnostics as text: for reading, for comparing, and for pasting into a test.</summary>
internal static class DiagnosticText
{
    private static readonly PropertyInfo? Arguments =
        typeof(Diagnostic).GetProperty("Arguments", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);

    public static string Describe(Diagnostic diagnostic)
    {
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        var text = $"{diagnostic.Id} {diagnostic.Severity} {Describe(diagnostic.Location)}: {message}";
        text += string.Concat(diagnostic.AdditionalLocations.Select(static l => $"\n      also {Describe(l)}"));
        text += string.Concat(
            diagnostic.Properties.OrderBy(static p => p.Key, StringComparer.Ordinal).Select(static p => $"\n      {p.Key} = {p.Value}"));
        return diagnostic.IsSuppressed ? text + "\n      suppressed" : text;
    }

    public static string Describe(DiagnosticResult expected, Diagnostic? closest)
    {
        var message = closest is not null ? expected.GetExpectedMessage(closest) : expected.Message;
        message ??= expected.MessageArguments is { } arguments ? $"<with {string.Join(", ", arguments)}>" : "<any message>";
        var location = expected.HasLocation ? Describe(expected.Spans[0].Span) : "<no location>";
        var text = $"{expected.Id} {expected.Severity} {location}: {message}";
        text += string.Concat(expected.Spans.Skip(1).Select(static s => $"\n      also {Describe(s.Span)}"));
        text += string.Concat(
            expected.Properties.OrderBy(static p => p.Key, StringComparer.Ordinal).Select(static p => $"\n      {p.Key} = {p.Value}"));
        return expected.IsSuppressed == true ? text + "\n      suppressed" : text;
    }

    public static string Describe(FileLinePositionSpan span)
    {
        var (start, end) = (span.StartLinePosition, span.EndLinePosition);
        return $"{span.Path}({start.Line + 1},{start.Character + 1})-({end.Line + 1},{end.Character + 1})";
    }

    /// <summary>The expectation that would have matched.</summary>
    public static string ToExpectation(Diagnostic diagnostic, string defaultPath)
    {
        var text = diagnostic.Id.StartsWith("CS", StringComparison.Ordinal)
            ? $"DiagnosticResult.Compiler{diagnostic.Severity}({Literal(diagnostic.Id)})"
            : $"VerifyCS.Diagnostic({Literal(diagnostic.Id)})";
        if (diagnostic.Location.Kind != LocationKind.None)
        {
            text += string.Concat(
                new[] { diagnostic.Location }.Concat(diagnostic.AdditionalLocations).Select(l => ToWithSpan(l, defaultPath)));
        }

        if (Arguments?.GetValue(diagnostic) is not IReadOnlyList<object?> arguments)
        {
            return text + $".WithMessage({Literal(diagnostic.GetMessage(CultureInfo.InvariantCulture))})";
        }

        return arguments.Count == 0 ? text : text + $".WithArguments({string.Join(", ", arguments.Select(Literal))})";
    }

    private static string Describe(Location location) =>
        location.Kind == LocationKind.None ? "<no location>" : Describe(location.GetLineSpan());

    private static string ToWithSpan(Location location, string defaultPath)
    {
        var span = location.GetLineSpan();
        var path = span.Path == defaultPath ? "" : Literal(span.Path) + ", ";
        var (start, end) = (span.StartLinePosition, span.EndLinePosition);
        return $".WithSpan({path}{start.Line + 1}, {start.Character + 1}, {end.Line + 1}, {end.Character + 1})";
    }

    private static string Literal(object? value) => value switch
    {
        null => "null",
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => CSharp.SymbolDisplay.FormatLiteral(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", quote: true),
    };
}
