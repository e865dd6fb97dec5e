using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Fearless.CodeFixes;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.FixCheck;

/// <summary>All analyzers and all fixes, as an editor asks them.</summary>
internal static class Suite
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> _analyzers = InProcessBuild.AnalyzersOf(typeof(FearlessAnalyzer).Assembly);

    private static readonly ILookup<string, CodeFixProvider> _fixes = typeof(FearlessCodeFix).Assembly.GetTypes()
        .Where(static type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
        .OrderBy(static type => type.FullName, StringComparer.Ordinal)
        .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)
        .SelectMany(static fix => fix.FixableDiagnosticIds, static (fix, id) => (fix, id))
        .ToLookup(static pair => pair.id, static pair => pair.fix);

    public static async Task<Snapshot> AnalyseAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync() ?? throw new InvalidOperationException("no compilation");
        var result = await InProcessBuild.BuildAsync(compilation, _analyzers, concurrent: false);
        return new Snapshot(project, [.. compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error)], result.Findings);
    }

    public static async Task<IReadOnlyList<Offer>> OffersAsync(Document document, Diagnostic finding)
    {
        var offers = new List<Offer>();
        foreach (var provider in _fixes[finding.Id])
        {
            var actions = new List<CodeAction>();
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
            offers.AddRange(actions.Select(action => new Offer(document, finding, provider, action)));
        }

        return offers;
    }

    public static async Task<Solution> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }
}
