using System;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Reports the word "bad" in additional files.</summary>
public sealed class AdditionalFileAnalyzer : FakeAnalyzer
{
    protected override void Register(AnalysisContext context) => context.RegisterAdditionalFileAction(static c =>
    {
        var text = c.AdditionalFile.GetText(c.CancellationToken)!;
        var index = text.ToString().IndexOf("bad", StringComparison.Ordinal);
        if (index >= 0)
        {
            var span = new TextSpan(index, 3);
            c.ReportDiagnostic(
                Diagnostic.Create(Rule, Location.Create(c.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span)), "bad"));
        }
    });
}
