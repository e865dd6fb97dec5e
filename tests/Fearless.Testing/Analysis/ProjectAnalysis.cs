using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>One project analysed once, the way a build does it; what all further runs are compared with.</summary>
internal sealed record ProjectAnalysis(
    Project Project,
    Compilation Compilation,
    ImmutableArray<Diagnostic> CompilerDiagnostics,
    ImmutableArray<Diagnostic> AnalyzerDiagnostics)
{
    public bool HasDiagnosticsInSource => AnalyzerDiagnostics.Any(d => ChangedSources.IsInSource(d, Compilation));

    public static async Task<ProjectAnalysis> RunAsync(Project project, TestSettings settings, CancellationToken cancellationToken)
    {
        var compilation = await project.GetRequiredCompilationAsync(cancellationToken);
        var analysis = Attach(compilation, project, settings.Analyzers, concurrent: true);
        var all = await analysis.GetAllDiagnosticsAsync(cancellationToken);
        return new ProjectAnalysis(project, compilation, [.. all.Where(IsFromCompiler)], [.. all.Where(static d => !IsFromCompiler(d))]);
    }

    public static CompilationWithAnalyzers Attach(
        Compilation compilation, Project project, ImmutableArray<DiagnosticAnalyzer> analyzers, bool concurrent) =>
        // No onAnalyzerException: an analyzer that throws shows up as AD0001, which no test expects.
        new(compilation, analyzers, new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, onAnalyzerException: null, concurrent, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true));

    private static bool IsFromCompiler(Diagnostic diagnostic) =>
        diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);
}
