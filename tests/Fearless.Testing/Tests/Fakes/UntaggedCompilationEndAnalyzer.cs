using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: reports at the end of the compilation, but does not say so.</summary>
public class UntaggedCompilationEndAnalyzer : FakeAnalyzer
{
    protected override void Register(AnalysisContext context) => context.RegisterCompilationAction(c =>
    {
        foreach (var tree in c.Compilation.SyntaxTrees)
        {
            foreach (var type in GetBadClasses(tree))
            {
                c.ReportDiagnostic(At(type, SupportedDiagnostics[0]));
            }
        }
    });
}
