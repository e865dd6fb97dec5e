using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>How sure a finding is, from what was seen and not from the rule's ID. It stands in the diagnostic's properties.</summary>
internal static class Confidence
{
    /// <summary>The key in <c>Diagnostic.Properties</c>.</summary>
    public const string Key = "Confidence";

    /// <summary>True in the model, and harmless as it is used as far as one sees: a suggestion, and a warning in strict mode only.</summary>
    public const string ByTheLetter = "by the letter";

    public static ImmutableDictionary<string, string?> LowIn(ImmutableDictionary<string, string?> properties) => properties.SetItem(Key, ByTheLetter);

    public static DiagnosticSeverity SeverityOf(DiagnosticDescriptor rule, ImmutableDictionary<string, string?> properties, FearlessMode mode) =>
        mode != FearlessMode.Strict && mode != FearlessMode.All && properties.TryGetValue(Key, out var confidence) && confidence == ByTheLetter && rule.DefaultSeverity == DiagnosticSeverity.Warning
            ? DiagnosticSeverity.Info
            : rule.DefaultSeverity;
}
