using System;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: keeps a cancellation to itself.</summary>
public sealed class SwallowingAnalyzer : FakeAnalyzer
{
    protected override void Register(AnalysisContext context) => OnBadClass(context, static (c, type) =>
    {
        try
        {
            c.CancellationToken.ThrowIfCancellationRequested();
            c.ReportDiagnostic(At(type));
        }
        catch (Exception)
        {
            // "Better safe than sorry."
        }
    });
}
