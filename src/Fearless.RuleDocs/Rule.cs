using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Fearless.Analyzers;
using Fearless.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Fearless.RuleDocs;

/// <summary>What the documentation says about a rule, read off its descriptor and the fixes that exist.</summary>
internal sealed record Rule(string Id, string Title, RuleLevel Level, DiagnosticSeverity Severity, string Category, string Description, bool BuildOnly, bool HasFix)
{
    public string Area => Category["Fearless.".Length..];

    public static IReadOnlyList<Rule> All()
    {
        var fixable = FixableIds();
        return [.. Descriptors.All().Select(descriptor => Of(descriptor, fixable.Contains(descriptor.Id)))];
    }

    private static Rule Of(DiagnosticDescriptor descriptor, bool hasFix) => new(
        descriptor.Id,
        descriptor.Title.ToString(),
        Descriptors.LevelOf(descriptor),
        descriptor.DefaultSeverity,
        descriptor.Category,
        descriptor.Description.ToString(),
        descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd),
        hasFix);

    private static ImmutableHashSet<string> FixableIds() =>
        [.. typeof(FearlessCodeFix).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
            .SelectMany(static type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds)];
}
