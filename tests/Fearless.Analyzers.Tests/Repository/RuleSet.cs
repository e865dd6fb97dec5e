using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Fearless.CodeFixes;
using Fearless.RuleDocs;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers.Tests.Repository;

/// <summary>Everything that the meta-tests ask about, found by reflection: a new rule is covered without touching them.</summary>
internal static class RuleSet
{
    public static SourceTree Tree { get; } = SourceTree.Find(AppContext.BaseDirectory);

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = InProcessBuild.AnalyzersOf(typeof(FearlessAnalyzer).Assembly);

    public static ImmutableArray<CodeFixProvider> Fixes { get; } =
        [.. typeof(FearlessCodeFix).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    public static IReadOnlyList<FieldInfo> DescriptorFields { get; } =
        [.. typeof(Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public).Where(static field => field.FieldType == typeof(DiagnosticDescriptor))];

    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } = [.. DescriptorFields.Select(static field => (DiagnosticDescriptor)field.GetValue(null)!)];

    /// <summary>The rules as the documentation sees them.</summary>
    public static IReadOnlyList<Rule> Rules { get; } = Rule.All();

    /// <summary>A rule may have an analyzer for each liveness tier.</summary>
    public static IEnumerable<DiagnosticAnalyzer> AnalyzersOf(DiagnosticDescriptor rule) => Analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Contains(rule));

    /// <summary>What a rule is called, apart from its ID: what its descriptor and its analyzers are called.</summary>
    public static IEnumerable<string> NamesOf(DiagnosticDescriptor rule) =>
        AnalyzersOf(rule).Select(static analyzer => analyzer.GetType().Name)
            .Prepend(DescriptorFields.Single(field => ReferenceEquals(field.GetValue(null), rule)).Name[(rule.Id.Length + 1)..])
            .Distinct();

    /// <summary>The first digit's word for it, which is also the folder's name.</summary>
    public static string AreaOf(DiagnosticDescriptor rule) => rule.Category["Fearless.".Length..];

    public static string InTree(params string[] parts) => Path.Combine([Tree.Root, .. parts]);

    /// <summary>A path as people write it: from the root of the repository, with forward slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Tree.Root, path).Replace('\\', '/');
}
