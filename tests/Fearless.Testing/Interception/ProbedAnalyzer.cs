using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>An analyzer whose callbacks all go through a <see cref="CancellationProbe"/>.</summary>
internal sealed class ProbedAnalyzer(DiagnosticAnalyzer inner, CancellationProbe probe) : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => inner.SupportedDiagnostics;

    public override void Initialize(AnalysisContext context)
    {
        // The inner analyzer calls these itself, on the context that wraps this one.
        inner.Initialize(new ProbedAnalysisContext(context, probe));
    }
}
