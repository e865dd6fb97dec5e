using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Behaves well: <c>class bad</c> gets a warning at its name.</summary>
public sealed class LowerCaseTypeAnalyzer : FakeAnalyzer
{
    protected override void Register(AnalysisContext context) => OnBadClass(context, static (c, type) => c.ReportDiagnostic(At(type)));
}
