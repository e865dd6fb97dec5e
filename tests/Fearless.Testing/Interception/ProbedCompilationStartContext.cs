using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

internal sealed class ProbedCompilationStartContext(CompilationStartAnalysisContext inner, CancellationProbe probe)
    : CompilationStartAnalysisContext(inner.Compilation, inner.Options, inner.CancellationToken)
{
    public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) =>
        inner.RegisterCompilationEndAction(probe.Wrap(action, static c => c.CancellationToken));

    public override void RegisterSymbolStartAction(Action<SymbolStartAnalysisContext> action, SymbolKind symbolKind)
    {
        var wrapped = probe.Wrap(action, static c => c.CancellationToken);
        inner.RegisterSymbolStartAction(c => wrapped(new ProbedSymbolStartContext(c, probe)), symbolKind);
    }

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

    public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) =>
        inner.RegisterSemanticModelAction(probe.Wrap(action, static c => c.CancellationToken));

    public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) =>
        inner.RegisterSymbolAction(probe.Wrap(action, static c => c.CancellationToken), symbolKinds);

    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) =>
        inner.RegisterCodeBlockAction(probe.Wrap(action, static c => c.CancellationToken));

    public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) =>
        inner.RegisterSyntaxTreeAction(probe.Wrap(action, static c => c.CancellationToken));

    public override void RegisterAdditionalFileAction(Action<AdditionalFileAnalysisContext> action) =>
        inner.RegisterAdditionalFileAction(probe.Wrap(action, static c => c.CancellationToken));

    public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(
        Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) =>
        inner.RegisterSyntaxNodeAction(probe.Wrap(action, static c => c.CancellationToken), syntaxKinds);

    public override void RegisterOperationBlockAction(Action<OperationBlockAnalysisContext> action) =>
        inner.RegisterOperationBlockAction(probe.Wrap(action, static c => c.CancellationToken));

    public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) =>
        inner.RegisterOperationAction(probe.Wrap(action, static c => c.CancellationToken), operationKinds);
}
