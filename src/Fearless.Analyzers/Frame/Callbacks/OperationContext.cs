using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>What a rule sees of one operation. There are many: what is found is handed on at once.</summary>
internal readonly struct OperationContext(OperationAnalysisContext context)
{
    public IOperation Operation => context.Operation;

    public ISymbol ContainingSymbol => context.ContainingSymbol;

    public CancellationToken CancellationToken => context.CancellationToken;

    public void ReportDiagnostic(Diagnostic diagnostic) => context.ReportDiagnostic(diagnostic);
}
