using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: remembers for the whole compilation what it found out while it was being cancelled.</summary>
public sealed class HalfCacheAnalyzer : FakeAnalyzer
{
    private readonly ConditionalWeakTable<Compilation, object> _facts = [];

    protected override void Register(AnalysisContext context) => OnBadClass(context, (c, type) =>
    {
        var wasCancelled = _facts.GetValue(c.Compilation, _ => c.CancellationToken.IsCancellationRequested);
        if (wasCancelled is false)
        {
            c.ReportDiagnostic(At(type));
        }
    });
}
