using System.Threading;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: keeps state in the instance, so that a second run finds less.</summary>
public sealed class OncePerInstanceAnalyzer : FakeAnalyzer
{
    private int _reported;

    protected override void Register(AnalysisContext context) => OnBadClass(context, (c, type) =>
    {
        if (Interlocked.Exchange(ref _reported, 1) == 0)
        {
            c.ReportDiagnostic(At(type));
        }
    });
}
