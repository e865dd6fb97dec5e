using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// Asks for each document alone, as an editor does, after some requests that were cancelled halfway, as an editor's are.
/// The results must be the usual ones, except for rules that say they only report at the end of a compilation.
/// </summary>
internal static class PerDocumentPass
{
    public static async Task RunAsync(ProjectAnalysis usual, TestSettings settings, CancellationToken cancellationToken)
    {
        foreach (var tree in usual.Compilation.SyntaxTrees)
        {
            await RunAsync(usual, tree, settings, cancellationToken);
        }
    }

    private static async Task RunAsync(ProjectAnalysis usual, SyntaxTree tree, TestSettings settings, CancellationToken cancellationToken)
    {
        var comparesWithUsual = settings.Does(TestBehaviors.SkipPerDocumentCheck);
        if (!settings.Does(TestBehaviors.SkipCancellationCheck))
        {
            if (comparesWithUsual)
            {
                VerifyLive(usual, tree, await AnalyzeAloneAsync(usual, tree, settings, cancellationToken), settings);
            }

            return;
        }

        // One run checks both; only a failure pays for finding out which.
        var afterCancellation = await CancellationRun.AnalyzeAsync(usual, tree, settings, cancellationToken);
        if (comparesWithUsual && FindDifference(usual, tree, afterCancellation) is null)
        {
            return;
        }

        var alone = await AnalyzeAloneAsync(usual, tree, settings, cancellationToken);
        if (comparesWithUsual)
        {
            VerifyLive(usual, tree, alone, settings);
        }

        if (ResultComparer.FindDifference(alone, afterCancellation) is { } difference)
        {
            settings.Verifier.Fail(
                $"After a cancelled analysis of {tree.FilePath}, its results are no longer the same "
                + $"(does a cache keep what was cut short?):\n{difference}");
        }
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAloneAsync(
        ProjectAnalysis usual, SyntaxTree tree, TestSettings settings, CancellationToken cancellationToken) =>
        await AnalyzeAsync(
            ProjectAnalysis.Attach(usual.Compilation, usual.Project, settings.Analyzers, concurrent: true), tree, cancellationToken);

    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(
        CompilationWithAnalyzers analysis, SyntaxTree tree, CancellationToken cancellationToken)
    {
        var syntax = await analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, cancellationToken);
        var semantic = await analysis.GetAnalyzerSemanticDiagnosticsAsync(
            analysis.Compilation.GetSemanticModel(tree), filterSpan: null, cancellationToken);
        return syntax.AddRange(semantic);
    }

    private static void VerifyLive(ProjectAnalysis usual, SyntaxTree tree, ImmutableArray<Diagnostic> alone, TestSettings settings)
    {
        if (FindDifference(usual, tree, alone) is { } difference)
        {
            settings.Verifier.Fail(
                $"Analysed alone, as in an editor, {tree.FilePath} gets other diagnostics than in a build. A rule that needs the whole compilation "
                + $"must carry WellKnownDiagnosticTags.CompilationEnd; a live one must report in the file of its callback:\n{difference}");
        }
    }

    private static string? FindDifference(ProjectAnalysis usual, SyntaxTree tree, ImmutableArray<Diagnostic> alone) =>
        ResultComparer.FindDifference(
            usual.AnalyzerDiagnostics.Where(d => d.Location.SourceTree == tree && IsLive(d)), alone.Where(IsLive));

    private static bool IsLive(Diagnostic diagnostic) => !diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd);
}
