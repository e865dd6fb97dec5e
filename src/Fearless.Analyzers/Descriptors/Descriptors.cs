using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>The one table of rules, split by area. A field is named by its ID and by what goes wrong.</summary>
internal static partial class Descriptors
{
    private const string HelpRoot = "https://github.com/fearless-dotnet/fearless/blob/main/src/Fearless.Analyzers/docs/";
    private const string LevelTag = "FearlessLevel:";

    public static string HelpLink(string id) => HelpRoot + id + ".md";

    /// <summary>All rules, by ID; for documentation and tests, not for analyzers.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All() =>
        [.. typeof(Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>().OrderBy(static rule => rule.Id, System.StringComparer.Ordinal)];

    public static RuleLevel LevelOf(DiagnosticDescriptor rule)
    {
        foreach (var tag in rule.CustomTags)
        {
            if (tag.StartsWith(LevelTag, System.StringComparison.Ordinal))
                return (RuleLevel)System.Enum.Parse(typeof(RuleLevel), tag.Substring(LevelTag.Length));
        }

        return RuleLevel.Suggestion;
    }

    private static DiagnosticDescriptor Rule(string id, RuleLevel level, string title, string message, string description, bool buildOnly = false)
    {
        var severity = level switch
        {
            RuleLevel.Certain => DiagnosticSeverity.Error,
            RuleLevel.Warning or RuleLevel.Strict => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        };
        string[] tags = buildOnly ? [LevelTag + level, WellKnownDiagnosticTags.CompilationEnd] : [LevelTag + level];
#pragma warning disable RS0030 // This is the factory.
        return new DiagnosticDescriptor(id, title, message, RuleAreas.Of(id), severity, level != RuleLevel.Strict, description, HelpLink(id), tags);
#pragma warning restore RS0030
    }
}
