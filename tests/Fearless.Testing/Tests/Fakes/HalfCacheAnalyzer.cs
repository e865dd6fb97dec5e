using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: remembers for a file what it found out while it was being cancelled.</summary>
public sealed class HalfCacheAnalyzer : FakeAnalyzer
{
    private readonly ConditionalWeakTable<SyntaxTree, object> _facts = [];

    protected override void Register(AnalysisContext context) => OnBadClass(context, (c, type) =>
    {
        var wasCancelled = _facts.GetValue(c.Node.SyntaxTree, _ => c.CancellationToken.IsCancellationRequested);
        if (wasCancelled is false)
        {
            c.ReportDiagnostic(At(type));
        }
    });
}
