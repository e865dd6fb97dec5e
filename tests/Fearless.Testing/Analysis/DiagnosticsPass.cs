using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Analyses every project of a state, and compares with what the state expects.</summary>
internal static class DiagnosticsPass
{
    public static async Task<ImmutableArray<ProjectAnalysis>> RunAsync(
        EvaluatedState state, TestSettings settings, CancellationToken cancellationToken)
    {
        var solution = await SolutionFactory.CreateAsync(state, settings, cancellationToken);
        var analyses = ImmutableArray.CreateBuilder<ProjectAnalysis>();
        foreach (var project in solution.Projects)
        {
            analyses.Add(await ProjectAnalysis.RunAsync(project, settings, cancellationToken));
        }

        var wantsSuppressed = state.Expected.Any(static e => e.IsSuppressed == true);
        var compiler = analyses.SelectMany(static a => a.CompilerDiagnostics)
            .Where(d => !d.IsSuppressed && IsIncluded(d, settings.CompilerDiagnostics));
        var analyzer = analyses.SelectMany(static a => a.AnalyzerDiagnostics).Where(d => !d.IsSuppressed || wantsSuppressed);
        DiagnosticMatcher.Verify(state, [.. compiler, .. analyzer], settings.Verifier);
        return analyses.DrainToImmutable();
    }

    private static bool IsIncluded(Diagnostic diagnostic, CompilerDiagnostics level) => level switch
    {
        CompilerDiagnostics.None => false,
        CompilerDiagnostics.Errors => diagnostic.Severity >= DiagnosticSeverity.Error,
        CompilerDiagnostics.Warnings => diagnostic.Severity >= DiagnosticSeverity.Warning,
        CompilerDiagnostics.Suggestions => diagnostic.Severity >= DiagnosticSeverity.Info,
        CompilerDiagnostics.All => true,
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };
}
