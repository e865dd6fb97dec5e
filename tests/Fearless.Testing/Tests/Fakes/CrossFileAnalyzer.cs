using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: the callback for one file reports in all the others, where no editor will show it.</summary>
public sealed class CrossFileAnalyzer : FakeAnalyzer
{
    protected override void Register(AnalysisContext context) => context.RegisterSemanticModelAction(static c =>
    {
        foreach (var type in c.SemanticModel.Compilation.SyntaxTrees.Where(t => t != c.SemanticModel.SyntaxTree).SelectMany(static t => GetBadClasses(t)))
        {
            c.ReportDiagnostic(At(type));
        }
    });
}
