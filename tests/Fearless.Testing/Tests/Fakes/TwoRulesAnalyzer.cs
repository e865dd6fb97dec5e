using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Two rules, the second (an error, off by default) for names with a digit.</summary>
public sealed class TwoRulesAnalyzer : FakeAnalyzer
{
    private static readonly DiagnosticDescriptor Digit = Create("TEST0002", enabled: false, DiagnosticSeverity.Error);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule, Digit];

    protected override void Register(AnalysisContext context) =>
        OnBadClass(context, static (c, type) => c.ReportDiagnostic(At(type, type.Identifier.Text.Any(char.IsDigit) ? Digit : Rule)));
}
