using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: reports in generated code.</summary>
public sealed class GeneratedCodeAnalyzer : FakeAnalyzer
{
    protected override GeneratedCodeAnalysisFlags GeneratedCode =>
        GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    protected override void Register(AnalysisContext context) => OnBadClass(context, static (c, type) => c.ReportDiagnostic(At(type)));
}
