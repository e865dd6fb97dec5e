using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>All fixable diagnostics of a solution, in the order of the source.</summary>
internal sealed class FixableSet
{
    private FixableSet(
        Solution solution, IEnumerable<(Project Project, ImmutableArray<Diagnostic> Diagnostics)> byProject, TestSettings settings)
    {
        Solution = solution;
        All = [.. byProject
            .SelectMany(p => p.Diagnostics, static (p, d) => (p.Project, Diagnostic: d))
            .Where(d => !d.Diagnostic.IsSuppressed && settings.IsFixable(d.Diagnostic.Id))
            .Select(static d => (Document: d.Project.GetDocument(d.Diagnostic.Location.SourceTree), d.Diagnostic))
            .Where(static d => d.Document is not null)
            .Select(static d => new FixableDiagnostic(d.Document!, d.Diagnostic))
            .OrderBy(static d => d.Document.FilePath, StringComparer.Ordinal)
            .ThenBy(static d => d.Diagnostic.Location.SourceSpan)
            .ThenBy(static d => d.Diagnostic.Id, StringComparer.Ordinal)];
    }

    public Solution Solution { get; }

    public ImmutableArray<FixableDiagnostic> All { get; }

    public static FixableSet From(ImmutableArray<ProjectAnalysis> analyses, TestSettings settings) => new(
        analyses[0].Project.Solution,
        analyses.Select(static a => (a.Project, a.CompilerDiagnostics.AddRange(a.AnalyzerDiagnostics))),
        settings);

    public static async Task<FixableSet> ComputeAsync(Solution solution, TestSettings settings, CancellationToken cancellationToken)
    {
        var analyses = new List<ProjectAnalysis>();
        foreach (var project in solution.Projects)
        {
            analyses.Add(await ProjectAnalysis.RunAsync(project, settings, cancellationToken));
        }

        return From([.. analyses], settings);
    }

    /// <summary>The same diagnostics at the same places: the last fix has not helped.</summary>
    public bool HasSameDiagnostics(FixableSet other) => All.Select(Key).SequenceEqual(other.All.Select(Key));

    private static (string Id, string? Path, Text.TextSpan Span) Key(FixableDiagnostic d) =>
        (d.Diagnostic.Id, d.Document.FilePath, d.Diagnostic.Location.SourceSpan);
}
