using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>What a rule sees of one file beside the sources.</summary>
internal readonly struct AdditionalFileContext(AdditionalFileAnalysisContext context, Findings findings)
{
    public AdditionalText AdditionalFile => context.AdditionalFile;

    public CancellationToken CancellationToken => context.CancellationToken;

    public void ReportDiagnostic(Diagnostic diagnostic) => findings.Add(diagnostic);
}
