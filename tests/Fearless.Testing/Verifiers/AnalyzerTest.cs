using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A test of analyzers: sources, and what must be reported in them.</summary>
public abstract class AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    /// <summary>Adds a source file to the <see cref="TestState"/>.</summary>
    public string TestCode
    {
        set => TestState.Sources.Add(value);
    }

    public SolutionState TestState { get; } = new();

    public List<DiagnosticResult> ExpectedDiagnostics => TestState.ExpectedDiagnostics;

    public List<string> DisabledDiagnostics { get; } = [];

    /// <summary>Beyond the model: global options such as <c>build_property.X</c>, on top of <see cref="VerifierDefaults.GlobalOptions"/>.</summary>
    public Dictionary<string, string> GlobalOptions { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<Func<Solution, ProjectId, Solution>> SolutionTransforms { get; } = [];

    public ReferenceAssemblies ReferenceAssemblies { get; set; } = ReferenceAssemblies.Default;

    public CompilerDiagnostics CompilerDiagnostics { get; set; } = CompilerDiagnostics.Errors;

    public MarkupOptions MarkupOptions { get; set; } = VerifierDefaults.MarkupOptions;

    public TestBehaviors TestBehaviors { get; set; } = VerifierDefaults.TestBehaviors;

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        // As in the analyzers' host, instances live for the whole test: state that leaks from run to run shows.
        var settings = CreateSettings([.. GetDiagnosticAnalyzers()]);
        var state = StateEvaluator.Evaluate(TestState, settings, MarkupMode.Allow);
        await RunAsync(state, settings, cancellationToken);
    }

    protected abstract IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers();

    private protected virtual TestSettings CreateSettings(ImmutableArray<DiagnosticAnalyzer> analyzers) => new()
    {
        Analyzers = analyzers,
        Verifier = new TVerifier(),
        CompilerDiagnostics = CompilerDiagnostics,
        MarkupOptions = MarkupOptions,
        TestBehaviors = TestBehaviors,
        ReferenceAssemblies = ReferenceAssemblies,
        DisabledDiagnostics = [.. DisabledDiagnostics],
        SolutionTransforms = [.. SolutionTransforms],
        GlobalOptions = GlobalOptions
            .Concat(VerifierDefaults.GlobalOptions.Where(d => !GlobalOptions.ContainsKey(d.Key)))
            .ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase),
    };

    private protected virtual async Task<ImmutableArray<ProjectAnalysis>> RunAsync(
        EvaluatedState state, TestSettings settings, CancellationToken cancellationToken)
    {
        var analyses = await DiagnosticsPass.RunAsync(state, settings, cancellationToken);
        await ExtraPasses.RunAsync(analyses, settings, cancellationToken);
        return analyses;
    }
}
