using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// Analyses again: callbacks one by one instead of in parallel, documents in another order, analyzer instances used before.
/// </summary>
internal static class RepeatabilityPass
{
    public static async Task RunAsync(ProjectAnalysis usual, TestSettings settings, CancellationToken cancellationToken)
    {
        for (var run = 0; run < VerifierDefaults.RepeatedRuns; run++)
        {
            if (await FindDifferenceAsync(usual, Reorder(usual.Compilation, run), settings, cancellationToken) is { } difference)
            {
                // One run checks both; only a failure pays for finding out which.
                var sameOrder = await FindDifferenceAsync(usual, usual.Compilation, settings, cancellationToken);
                var cause = sameOrder is null ? "on the order of documents" : "on concurrency or on earlier runs of the same analyzer instance";
                settings.Verifier.Fail($"The result depends {cause}:\n{difference}");
            }
        }
    }

    private static async Task<string?> FindDifferenceAsync(
        ProjectAnalysis usual, Compilation compilation, TestSettings settings, CancellationToken cancellationToken)
    {
        var analysis = ProjectAnalysis.Attach(compilation, usual.Project, settings.Analyzers, concurrent: false);
        return ResultComparer.FindDifference(usual.AnalyzerDiagnostics, await analysis.GetAnalyzerDiagnosticsAsync(cancellationToken));
    }

    private static Compilation Reorder(Compilation compilation, int run)
    {
        var trees = compilation.SyntaxTrees.Reverse().ToArray();
        if (trees.Length < 2)
        {
            return compilation;
        }

        if (run > 0)
        {
            new Random(run).Shuffle(trees); // a seed, so that a failure can be repeated
        }

        return compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
    }
}
