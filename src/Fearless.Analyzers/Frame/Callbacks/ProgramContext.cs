using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>What a rule sees when the whole compilation has been read.</summary>
internal readonly struct ProgramContext(CompilationAnalysisContext context, Findings findings)
{
    public CancellationToken CancellationToken => context.CancellationToken;

    public void ReportDiagnostic(Diagnostic diagnostic) => findings.Add(diagnostic);
}
