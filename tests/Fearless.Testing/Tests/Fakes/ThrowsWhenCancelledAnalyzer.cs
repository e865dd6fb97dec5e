using System;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: takes a cancellation for an error.</summary>
public sealed class ThrowsWhenCancelledAnalyzer : FakeAnalyzer
{
    protected override void Register(AnalysisContext context) => OnBadClass(context, static (c, type) =>
    {
        if (c.CancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException("half done");
        }

        c.ReportDiagnostic(At(type));
    });
}
