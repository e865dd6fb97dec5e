using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The same sources under <c>#pragma warning disable</c>: whatever is reported in source can be silenced there.</summary>
internal static class SuppressionPass
{
    public static async Task RunAsync(ProjectAnalysis usual, TestSettings settings, CancellationToken cancellationToken)
    {
        if (usual.Compilation.SyntaxTrees.Any(t => t.GetText(cancellationToken).ToString().Contains("#pragma warning", StringComparison.Ordinal)))
        {
            return; // The test is about pragmas itself; a line above them proves nothing.
        }

        var ids = string.Join(", ", usual.AnalyzerDiagnostics.Select(static d => d.Id).Distinct());
        var compilation = await ChangedSources.PrependAsync(usual.Compilation, $"#pragma warning disable {ids}", cancellationToken);
        var analysis = ProjectAnalysis.Attach(compilation, usual.Project, settings.Analyzers, concurrent: true);
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync(cancellationToken);
        if (diagnostics.FirstOrDefault(d => !d.IsSuppressed && IsConfigurable(d) && ChangedSources.IsInSource(d, compilation)) is { } reported)
        {
            settings.Verifier.Fail($"In spite of '#pragma warning disable', {DiagnosticText.Describe(reported)}\nIs it reported at a location without a syntax tree?");
        }
    }

    private static bool IsConfigurable(Diagnostic diagnostic) =>
        !diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);
}
