using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A test of analyzers and of the code fixes for what they report.</summary>
public abstract class CodeFixTest<TVerifier> : AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    /// <summary>Adds a source file to the <see cref="FixedState"/>; the same text as the source = no fix is offered.</summary>
    public string FixedCode
    {
        set => FixedState.Sources.Add(value);
    }

    /// <summary>Adds a source file to the <see cref="BatchFixedState"/>: what Fix All makes, if it differs.</summary>
    public string BatchFixedCode
    {
        set => BatchFixedState.Sources.Add(value);
    }

    /// <summary>After one fix after the other. If it is empty, only diagnostics are checked.</summary>
    public SolutionState FixedState { get; } = new();

    /// <summary>After Fix All; what it does not say is as in the <see cref="FixedState"/>.</summary>
    public SolutionState BatchFixedState { get; } = new();

    public int? CodeActionIndex { get; set; }

    public string? CodeActionEquivalenceKey { get; set; }

    /// <summary>Called with every action that is applied, for example to look at its title.</summary>
    public Action<CodeAction, IVerifier>? CodeActionVerifier { get; set; }

    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    public CodeActionValidationMode CodeActionValidationMode { get; set; } = CodeActionValidationMode.SemanticStructure;

    /// <summary>Positive = exactly, negative = at most, 0 = no fix is offered; null = at most one for each diagnostic.</summary>
    public int? NumberOfIncrementalIterations { get; set; }

    public int? NumberOfFixAllIterations { get; set; }

    public int? NumberOfFixAllInDocumentIterations { get; set; }

    public int? NumberOfFixAllInProjectIterations { get; set; }

    protected abstract IEnumerable<CodeFixProvider> GetCodeFixProviders();

    private protected override TestSettings CreateSettings(ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        base.CreateSettings(analyzers) with { FixableIds = [.. GetCodeFixProviders().SelectMany(static p => p.FixableDiagnosticIds)] };

    private protected override async Task<ImmutableArray<ProjectAnalysis>> RunAsync(
        EvaluatedState state, TestSettings settings, CancellationToken cancellationToken)
    {
        var analyses = await base.RunAsync(state, settings, cancellationToken);
        if (!FixedState.HasContent && !BatchFixedState.HasContent)
        {
            return analyses;
        }

        var completedFixed = FixedState.Complete(TestState, settings.IsFixable);
        var completedBatch = BatchFixedState.Complete(completedFixed, settings.IsFixable);
        var fixedState = StateEvaluator.Evaluate(completedFixed, settings, MarkupMode.IgnoreFixable);
        var batchState = StateEvaluator.Evaluate(completedBatch, settings, MarkupMode.IgnoreFixable);
        await new CodeFixPass(CreateFixSettings(), settings)
            .RunAsync(FixableSet.From(analyses, settings), state, fixedState, batchState, cancellationToken);
        return analyses;
    }

    private CodeFixSettings CreateFixSettings() => new()
    {
        Providers = [.. GetCodeFixProviders()],
        Behaviors = CodeFixTestBehaviors,
        ValidationMode = CodeActionValidationMode,
        ActionIndex = CodeActionIndex,
        EquivalenceKey = CodeActionEquivalenceKey,
        ActionVerifier = CodeActionVerifier,
        IncrementalIterations = NumberOfIncrementalIterations,
        FixAllIterations = NumberOfFixAllIterations,
        FixAllInDocumentIterations = NumberOfFixAllInDocumentIterations,
        FixAllInProjectIterations = NumberOfFixAllInProjectIterations,
    };
}
