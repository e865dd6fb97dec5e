using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Behaves well: reports at the end of the compilation, and says so.</summary>
public sealed class CompilationEndAnalyzer : UntaggedCompilationEndAnalyzer
{
    private static readonly DiagnosticDescriptor Tagged = Create("TEST0001", tags: WellKnownDiagnosticTags.CompilationEnd);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Tagged];
}
