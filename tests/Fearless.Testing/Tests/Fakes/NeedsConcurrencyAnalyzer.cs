using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>
/// Misbehaves: a class is reported only while the callback of another one runs. The first callback waits for a second
/// one; where callbacks run one by one, it waits in vain.
/// </summary>
public sealed class NeedsConcurrencyAnalyzer : FakeAnalyzer
{
    protected override void Register(AnalysisContext context) => context.RegisterCompilationStartAction(static start =>
    {
        var both = new CountdownEvent(2);
        start.RegisterSymbolAction(
            c =>
            {
                if (both.CurrentCount > 0 && both.Signal() | both.Wait(3000))
                {
                    c.ReportDiagnostic(Diagnostic.Create(Rule, c.Symbol.Locations[0], c.Symbol.Name));
                }
            },
            ImmutableArray.Create(SymbolKind.NamedType));
    });
}
