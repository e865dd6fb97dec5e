using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: reports only the class of the file that comes first in the compilation.</summary>
public sealed class FirstClassOnlyAnalyzer : FakeAnalyzer
{
    protected override void Register(AnalysisContext context) => OnBadClass(context, static (c, type) =>
    {
        foreach (var tree in c.Compilation.SyntaxTrees)
        {
            if (tree == type.SyntaxTree)
            {
                c.ReportDiagnostic(At(type));
            }

            return;
        }
    });
}
