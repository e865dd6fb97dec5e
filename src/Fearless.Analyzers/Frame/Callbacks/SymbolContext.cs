using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>What a rule sees of one type or member.</summary>
internal readonly struct SymbolContext(SymbolAnalysisContext context, Findings findings)
{
    public ISymbol Symbol => context.Symbol;

    public CancellationToken CancellationToken => context.CancellationToken;

    public void ReportDiagnostic(Diagnostic diagnostic) => findings.Add(diagnostic);
}
