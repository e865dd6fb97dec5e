using System.Collections.Immutable;
using System.Globalization;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Fearless.Analyzers;

/// <summary>What the fixes of a conflict need to know, carried by the diagnostic so that they need not run the engine again.</summary>
internal static class FixFacts
{
    private const string CallStart = "call.start";
    private const string CallLength = "call.length";
    private const string Self = "self";

    public static ImmutableDictionary<string, string?> Of(Conflict conflict) => Of(conflict.Work, conflict.IsWithItself);

    public static ImmutableDictionary<string, string?> Of(SpawnSite work, bool isWithItself) =>
        WithCall(ImmutableDictionary<string, string?>.Empty, work.Call.Span).Add(Self, isWithItself ? "true" : "false");

    /// <summary>The same facts, when the call stands at another place of the document.</summary>
    public static ImmutableDictionary<string, string?> WithCall(ImmutableDictionary<string, string?> facts, TextSpan call) => facts
        .SetItem(CallStart, call.Start.ToString(CultureInfo.InvariantCulture))
        .SetItem(CallLength, call.Length.ToString(CultureInfo.InvariantCulture));

    public static ImmutableDictionary<string, string?> WithoutCall(ImmutableDictionary<string, string?> facts) => facts.Remove(CallStart).Remove(CallLength);

    /// <summary>The call that hands the delegate over.</summary>
    public static TextSpan? CallOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(CallStart, out var start) && diagnostic.Properties.TryGetValue(CallLength, out var length)
        && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new TextSpan(first, count)
            : null;

    public static bool IsWithItself(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(Self, out var value) && value == "true";
}
