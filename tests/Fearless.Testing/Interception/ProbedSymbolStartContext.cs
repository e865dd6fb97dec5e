using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

#pragma warning disable CS0618 // The host makes no such contexts any more, but there is no other way to stand between it and an analyzer.

namespace Microsoft.CodeAnalysis.Testing;

internal sealed class ProbedSymbolStartContext(SymbolStartAnalysisContext inner, CancellationProbe probe)
    : SymbolStartAnalysisContext(inner.Symbol, inner.Compilation, inner.Options, inner.CancellationToken)
{
    public override void RegisterSymbolEndAction(Action<SymbolAnalysisContext> action) =>
        inner.RegisterSymbolEndAction(probe.Wrap(action, static c => c.CancellationToken));

    public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action)
    {
        var wrapped = probe.Wrap(action, static c => c.CancellationToken);
        inner.RegisterCodeBlockStartAction<TLanguageKindEnum>(c => wrapped(new ProbedCodeBlockStartContext<TLanguageKindEnum>(c, probe)));
    }

    public override void RegisterOperationBlockStartAction(Action<OperationBlockStartAnalysisContext> action)
    {
        var wrapped = probe.Wrap(action, static c => c.CancellationToken);
        inner.RegisterOperationBlockStartAction(c => wrapped(new ProbedOperationBlockStartContext(c, probe)));
    }

    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) =>
        inner.RegisterCodeBlockAction(probe.Wrap(action, static c => c.CancellationToken));

    public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(
        Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) =>
        inner.RegisterSyntaxNodeAction(probe.Wrap(action, static c => c.CancellationToken), syntaxKinds);

    public override void RegisterOperationBlockAction(Action<OperationBlockAnalysisContext> action) =>
        inner.RegisterOperationBlockAction(probe.Wrap(action, static c => c.CancellationToken));

    public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) =>
        inner.RegisterOperationAction(probe.Wrap(action, static c => c.CancellationToken), operationKinds);
}
