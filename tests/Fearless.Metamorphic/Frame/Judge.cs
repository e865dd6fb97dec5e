using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Fearless.Cases;
using Fearless.Testing;
using Microsoft.CodeAnalysis;

namespace Fearless.Metamorphic.Frame;

/// <summary>Compares what is said about a program with what is said about its other spellings.</summary>
internal static class Judge
{
    /// <summary>A program whose bug is missed, or whose twin is noisy, has no verdict to hold, and gets no trial.</summary>
    public static async Task<IReadOnlyList<Trial>> TryAsync(Case @case, IReadOnlyList<Transformation> transformations)
    {
        if (transformations.Count == 0)
            return [];
        var trials = new List<Trial>();
        if (@case.Bug is { } bug && Marks.Put(File.ReadAllText(bug)) is var wrong && (await SaidAsync(@case, wrong)).Hits is { Count: > 0 } before)
        {
            foreach (var transformation in transformations)
                await AddAsync(trials, @case, transformation, wrong, before);
        }

        if (@case.Fixed is { } repaired && Marks.Put(File.ReadAllText(repaired)) is var right && (await SaidAsync(@case, right)).All.Count == 0)
        {
            foreach (var transformation in transformations)
                await AddAsync(trials, @case, transformation, right, before: null);
        }

        return trials;
    }

    private static async Task AddAsync(
        List<Trial> trials, Case @case, Transformation transformation, string marked, IReadOnlyList<string>? before)
    {
        var rewriting = Rewriting.Of(transformation, @case, marked);
        if (rewriting is { Code: null, Error: null })
            return;
        var (all, hits) = rewriting.Code is null ? ([], []) : await SaidAsync(@case, rewriting.Code);
        var holds = rewriting.Code is null || (before is null ? all.Count == 0 : hits.Intersect(before.SelectMany(transformation.Expected)).Any());
        trials.Add(new(transformation.Name, @case, before is not null, rewriting.Code is not null, holds, before ?? [], all, rewriting.Error));
    }

    /// <summary>The rules that report something, and those of them with a location on a marked line.</summary>
    private static async Task<(IReadOnlyList<string> All, IReadOnlyList<string> Hits)> SaidAsync(Case @case, string marked)
    {
        var (source, lines) = Marks.Take(marked);
        var analysis = await CaseAnalysis.OfAsync(@case, InProcessBuild.Parse(source, "Case.cs"));
        return (
            Ids(analysis.Findings.Concat(analysis.Crashes)),
            Ids(analysis.Findings.Where(finding => finding.AdditionalLocations.Prepend(finding.Location)
                .Any(location => location.IsInSource && lines.Contains(location.GetLineSpan().StartLinePosition.Line)))));
    }

    private static IReadOnlyList<string> Ids(IEnumerable<Diagnostic> findings) =>
        [.. findings.Select(static finding => finding.Id).Distinct().Order(StringComparer.Ordinal)];
}
