using System;
using System.Globalization;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How far an actual diagnostic is from an expected one, and in what.</summary>
internal readonly record struct DiagnosticDistance(Mismatch Mismatch, int Cost)
{
    private const int NoLocationDistance = 60;

    /// <summary>Another rule at another place: not a slip of the pen, but one diagnostic missing and another one too many.</summary>
    public bool IsUnrelated => (Mismatch & (Mismatch.Id | Mismatch.Location)) == (Mismatch.Id | Mismatch.Location);

    public static DiagnosticDistance Measure(DiagnosticResult expected, Diagnostic actual)
    {
        var mismatch = Mismatch.None;
        var cost = 0;
        Add(expected.Id != actual.Id, Mismatch.Id, 40);
        var distance = LocationDistance(expected, actual);
        Add(distance > 0, Mismatch.Location, 8 + distance);
        Add((expected.Options & DiagnosticOptions.IgnoreSeverity) == 0 && expected.Severity != actual.Severity, Mismatch.Severity, 3);
        var message = expected.GetExpectedMessage(actual);
        Add(message is not null && message != actual.GetMessage(CultureInfo.InvariantCulture), Mismatch.Message, 4);
        Add(!HasAdditionalLocations(expected, actual), Mismatch.AdditionalLocations, 2);
        Add(!expected.Properties.All(p => actual.Properties.TryGetValue(p.Key, out var value) && value == p.Value), Mismatch.Properties, 2);
        Add((expected.IsSuppressed ?? false) != actual.IsSuppressed, Mismatch.Suppression, 2);
        return new DiagnosticDistance(mismatch, cost);

        void Add(bool differs, Mismatch kind, int weight)
        {
            mismatch |= differs ? kind : Mismatch.None;
            cost += differs ? weight : 0;
        }
    }

    private static int LocationDistance(DiagnosticResult expected, Diagnostic actual)
    {
        if (!expected.HasLocation || actual.Location.Kind == LocationKind.None)
        {
            return expected.HasLocation == (actual.Location.Kind != LocationKind.None) ? 0 : NoLocationDistance;
        }

        var span = actual.Location.GetLineSpan();
        if (expected.Spans[0].Matches(span))
        {
            return 0;
        }

        var wanted = expected.Spans[0].Span;
        return span.Path != wanted.Path
            ? NoLocationDistance
            : 1 + Math.Min(20, 4 * Math.Abs(span.StartLinePosition.Line - wanted.StartLinePosition.Line))
                + Math.Min(10, Math.Abs(span.StartLinePosition.Character - wanted.StartLinePosition.Character));
    }

    /// <summary>An expectation that names only the primary location leaves the others open.</summary>
    private static bool HasAdditionalLocations(DiagnosticResult expected, Diagnostic actual) =>
        expected.Spans.Length <= 1
        || (expected.Options & DiagnosticOptions.IgnoreAdditionalLocations) != 0
        || (actual.AdditionalLocations.Count == expected.Spans.Length - 1
            && expected.Spans.Skip(1).Zip(actual.AdditionalLocations).All(static p => p.First.Matches(p.Second.GetLineSpan())));
}
