using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Cases;

/// <summary>What all analyzers say about one program of a case.</summary>
/// <param name="CompileErrors">The compiler's.</param>
/// <param name="Crashes">Of analyzers.</param>
/// <param name="Findings">Warnings and errors of the rules.</param>
public sealed record CaseAnalysis(
    ImmutableArray<Diagnostic> CompileErrors, ImmutableArray<Diagnostic> Crashes, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>What the compiler says of an analyzer that throws, and what ours say of themselves before they can.</summary>
    private static readonly string[] _crash = ["AD0001", "FEAR9001"];

    private static readonly ImmutableArray<DiagnosticAnalyzer> _analyzers = InProcessBuild.AnalyzersOf(typeof(FearlessAnalyzer).Assembly);

    /// <summary>
    /// Every rule keeps the severity it ships with: what a user sees who only adds the package. Cases run side by side, so each alone does not.
    /// </summary>
    public static async Task<CaseAnalysis> OfAsync(Case @case, SyntaxTree program)
    {
        var compilation = CaseReferences.For(@case).AddSyntaxTrees(program);
        var result = await InProcessBuild.BuildAsync(compilation, _analyzers, concurrent: false);
        return new(
            result.Errors,
            [.. result.Findings.Where(static d => _crash.Contains(d.Id))],
            [.. result.Findings.Where(static d => d.Severity >= DiagnosticSeverity.Warning && !_crash.Contains(d.Id))]);
    }
}
