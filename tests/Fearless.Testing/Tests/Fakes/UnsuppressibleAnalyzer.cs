using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: makes its locations by hand, so that the compiler does not know which pragmas they lie under.</summary>
public sealed class UnsuppressibleAnalyzer : FakeAnalyzer
{
    protected override void Register(AnalysisContext context) => OnBadClass(context, static (c, type) =>
    {
        var location = type.Identifier.GetLocation();
        c.ReportDiagnostic(Diagnostic.Create(Rule, Location.Create(location.SourceTree!.FilePath, location.SourceSpan, location.GetLineSpan().Span), type.Identifier.Text));
    });
}
