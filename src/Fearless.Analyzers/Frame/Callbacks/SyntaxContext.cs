using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>What a rule sees of one node. There are many: what is found is handed on at once.</summary>
internal readonly struct SyntaxContext(SyntaxNodeAnalysisContext context)
{
    public SyntaxNode Node => context.Node;

    public SemanticModel SemanticModel => context.SemanticModel;

    public CancellationToken CancellationToken => context.CancellationToken;

    public void ReportDiagnostic(Diagnostic diagnostic) => context.ReportDiagnostic(diagnostic);
}
