using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Fearless.Cases;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Fearless.Corpus;

/// <summary>All analyzers over all cases, once for all tests.</summary>
public sealed class CorpusRun : IAsyncLifetime
{
    private const string Mark = "// BUG";

    private readonly ConcurrentBag<string> _compileErrors = [];
    private readonly ConcurrentBag<string> _crashes = [];

    internal IReadOnlyList<Verdict> Verdicts { get; private set; } = [];

    internal IReadOnlyCollection<string> CompileErrors => _compileErrors;

    internal IReadOnlyCollection<string> Crashes => _crashes;

    public async Task InitializeAsync()
    {
        var cases = CaseCatalog.Load();
        var verdicts = new Verdict[cases.Count];
        await Parallel.ForAsync(0, cases.Count, async (index, _) => verdicts[index] = await JudgeAsync(cases[index]));
        Verdicts = verdicts;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task<Verdict> JudgeAsync(Case @case)
    {
        var findings = @case.Bug is null ? [] : await AnalyseAsync(@case, @case.Bug);
        var noise = @case.Fixed is null ? [] : await AnalyseAsync(@case, @case.Fixed);
        var hits = findings.Where(IsMarked).ToList();
        return new Verdict(@case, Ids(hits), Ids(findings.Except(hits)), Ids(noise));
    }

    private async Task<ImmutableArray<Diagnostic>> AnalyseAsync(Case @case, string path)
    {
        var analysis = await CaseAnalysis.OfAsync(@case, InProcessBuild.Parse(File.ReadAllText(path), path));
        foreach (var error in analysis.CompileErrors)
            _compileErrors.Add($"{@case.Key}: {error}");
        foreach (var crash in analysis.Crashes)
            _crashes.Add($"{@case.Key}: {crash}");
        return analysis.Findings;
    }

    private static bool IsMarked(Diagnostic finding) => finding.AdditionalLocations.Prepend(finding.Location).Any(IsMarked);

    private static bool IsMarked(Location location) =>
        location.SourceTree is { } tree
        && tree.GetText().Lines.GetLineFromPosition(location.SourceSpan.Start).ToString().Contains(Mark, StringComparison.Ordinal);

    private static List<string> Ids(IEnumerable<Diagnostic> findings) =>
        [.. findings.Select(static finding => finding.Id).Distinct().Order(StringComparer.Ordinal)];
}
