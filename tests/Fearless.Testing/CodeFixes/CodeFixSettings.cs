using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What a test says about its code fix. Numbers: positive = exactly, negative = at most, null = what the source suggests.</summary>
internal sealed record CodeFixSettings
{
    public required ImmutableArray<CodeFixProvider> Providers { get; init; }

    public CodeFixTestBehaviors Behaviors { get; init; }

    public CodeActionValidationMode ValidationMode { get; init; }

    public int? ActionIndex { get; init; }

    public string? EquivalenceKey { get; init; }

    public Action<CodeAction, IVerifier>? ActionVerifier { get; init; }

    public int? IncrementalIterations { get; init; }

    public int? FixAllIterations { get; init; }

    public int? FixAllInDocumentIterations { get; init; }

    public int? FixAllInProjectIterations { get; init; }

    public bool Does(CodeFixTestBehaviors skip) => (Behaviors & skip) == 0;
}
