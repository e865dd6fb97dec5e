using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

#pragma warning disable CS0618 // The host makes no such contexts any more, but there is no other way to stand between it and an analyzer.

namespace Microsoft.CodeAnalysis.Testing;

internal sealed class ProbedOperationBlockStartContext(OperationBlockStartAnalysisContext inner, CancellationProbe probe)
    : OperationBlockStartAnalysisContext(inner.OperationBlocks, inner.OwningSymbol, inner.Compilation, inner.Options, inner.CancellationToken)
{
    public override void RegisterOperationBlockEndAction(Action<OperationBlockAnalysisContext> action) =>
        inner.RegisterOperationBlockEndAction(probe.Wrap(action, static c => c.CancellationToken));

    public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) =>
        inner.RegisterOperationAction(probe.Wrap(action, static c => c.CancellationToken), operationKinds);
}
