using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What a test says beside its states, once, for all the steps of a run.</summary>
internal sealed record TestSettings
{
    public required ImmutableArray<DiagnosticAnalyzer> Analyzers { get; init; }

    public required IVerifier Verifier { get; init; }

    public ImmutableHashSet<string> FixableIds { get; init; } = [];

    public CompilerDiagnostics CompilerDiagnostics { get; init; } = CompilerDiagnostics.Errors;

    public MarkupOptions MarkupOptions { get; init; }

    public TestBehaviors TestBehaviors { get; init; }

    public ReferenceAssemblies ReferenceAssemblies { get; init; } = ReferenceAssemblies.Default;

    public ImmutableArray<string> DisabledDiagnostics { get; init; } = [];

    public IReadOnlyDictionary<string, string> GlobalOptions { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableArray<Func<Solution, ProjectId, Solution>> SolutionTransforms { get; init; } = [];

    public ImmutableArray<DiagnosticDescriptor> Descriptors =>
        field.IsDefault ? field = [.. Analyzers.SelectMany(static a => a.SupportedDiagnostics)] : field;

    public bool IsFixable(string id) => FixableIds.Contains(id);

    public bool Does(TestBehaviors skip) => (TestBehaviors & skip) == 0;

    /// <summary>The descriptor that <c>[|text|]</c> stands for.</summary>
    public DiagnosticDescriptor GetDefaultDescriptor() => DefaultDescriptor.Find(Descriptors, MarkupOptions);

    /// <summary>An expectation of <paramref name="id"/> with the severity of its descriptor, and any message.</summary>
    public DiagnosticResult CreateResult(string id)
    {
        if (Descriptors.FirstOrDefault(d => d.Id == id) is { } descriptor)
        {
            return new DiagnosticResult(id, descriptor.DefaultSeverity);
        }

        if (!id.StartsWith("CS", StringComparison.Ordinal) && id != "AD0001")
        {
            var supported = string.Join(", ", Descriptors.Select(static d => d.Id).Distinct());
            throw new ArgumentException($"The markup names '{id}', which none of the analyzers supports ({supported}).");
        }

        return DiagnosticResult.CompilerError(id).WithOptions(DiagnosticOptions.IgnoreSeverity);
    }
}
