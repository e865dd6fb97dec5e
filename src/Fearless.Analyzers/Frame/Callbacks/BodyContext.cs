using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Fearless.Analyzers;

/// <summary>What a rule sees of the code of one member.</summary>
internal readonly struct BodyContext(OperationBlockAnalysisContext context, Findings findings)
{
    public ImmutableArray<IOperation> OperationBlocks => context.OperationBlocks;

    public ISymbol OwningSymbol => context.OwningSymbol;

    public CancellationToken CancellationToken => context.CancellationToken;

    /// <summary>Built once for all analyzers.</summary>
    public ControlFlowGraph GetControlFlowGraph(IOperation block) => context.GetControlFlowGraph(block);

    public void ReportDiagnostic(Diagnostic diagnostic) => findings.Add(diagnostic);
}
