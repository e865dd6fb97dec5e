using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

#pragma warning disable CS0618 // The host makes no such contexts any more, but there is no other way to stand between it and an analyzer.

namespace Microsoft.CodeAnalysis.Testing;

internal sealed class ProbedCodeBlockStartContext<TLanguageKindEnum>(
    CodeBlockStartAnalysisContext<TLanguageKindEnum> inner, CancellationProbe probe)
    : CodeBlockStartAnalysisContext<TLanguageKindEnum>(inner.CodeBlock, inner.OwningSymbol, inner.SemanticModel, inner.Options, inner.CancellationToken)
    where TLanguageKindEnum : struct
{
    public override void RegisterCodeBlockEndAction(Action<CodeBlockAnalysisContext> action) =>
        inner.RegisterCodeBlockEndAction(probe.Wrap(action, static c => c.CancellationToken));

    public override void RegisterSyntaxNodeAction(
        Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) =>
        inner.RegisterSyntaxNodeAction(probe.Wrap(action, static c => c.CancellationToken), syntaxKinds);
}
