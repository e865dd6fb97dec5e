using System;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: its facts are computed under the first caller's token, and a Lazy keeps exceptions for ever.</summary>
public sealed class PoisonedLazyAnalyzer : FakeAnalyzer
{
    private readonly ConditionalWeakTable<SyntaxTree, Lazy<bool>> _facts = [];

    protected override void Register(AnalysisContext context) => OnBadClass(context, (c, type) =>
    {
        var facts = _facts.GetValue(c.Node.SyntaxTree, _ => new Lazy<bool>(() =>
        {
            c.CancellationToken.ThrowIfCancellationRequested();
            return true;
        }));
        if (facts.Value)
        {
            c.ReportDiagnostic(At(type));
        }
    });
}
