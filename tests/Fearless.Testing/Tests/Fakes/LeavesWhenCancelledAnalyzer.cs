using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Behaves well enough: returns when cancelled, as the host looks at the token itself.</summary>
public sealed class LeavesWhenCancelledAnalyzer : FakeAnalyzer
{
    protected override void Register(AnalysisContext context) => OnBadClass(context, static (c, type) =>
    {
        if (!c.CancellationToken.IsCancellationRequested)
        {
            c.ReportDiagnostic(At(type));
        }
    });
}
