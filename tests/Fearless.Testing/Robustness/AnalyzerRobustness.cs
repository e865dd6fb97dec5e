using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>An analyzer never throws, whatever it is given: half a build server's work is code that does not compile yet.</summary>
public static class AnalyzerRobustness
{
    /// <summary>Runs the analyzers, together, over all <see cref="OddSources"/>.</summary>
    public static async Task VerifyAsync(params DiagnosticAnalyzer[] analyzers)
    {
        foreach (var source in OddSources.All)
        {
            await VerifySourceAsync(source, analyzers);
        }
    }

    /// <summary>Runs the analyzers over <paramref name="source"/>, whatever the compiler says to it.</summary>
    public static async Task VerifySourceAsync(string source, params DiagnosticAnalyzer[] analyzers)
    {
        var settings = CreateSettings(analyzers);
        var state = new SolutionState { Sources = { source }, MarkupHandling = MarkupMode.None };
        await VerifyAsync(StateEvaluator.Evaluate(state, settings, MarkupMode.None), settings);
    }

    /// <summary>Runs the analyzers over <paramref name="source"/> with a token left out, for every <paramref name="step"/>th token.</summary>
    public static async Task VerifyMutilatedAsync(string source, int step, params DiagnosticAnalyzer[] analyzers)
    {
        var tokens = CSharp.SyntaxFactory.ParseSyntaxTree(source).GetRoot().DescendantTokens().ToList();
        for (var index = 0; index < tokens.Count; index += step)
        {
            await VerifySourceAsync(source.Remove(tokens[index].SpanStart, tokens[index].Span.Length), analyzers);
        }
    }

    private static async Task VerifyAsync(EvaluatedState state, TestSettings settings)
    {
        var solution = await SolutionFactory.CreateAsync(state, settings, CancellationToken.None);
        var analysis = await ProjectAnalysis.RunAsync(solution.Projects.Single(), settings, CancellationToken.None);
        var alone = new List<Diagnostic>();
        foreach (var tree in analysis.Compilation.SyntaxTrees)
        {
            var host = ProjectAnalysis.Attach(analysis.Compilation, analysis.Project, settings.Analyzers, concurrent: true);
            alone.AddRange(await PerDocumentPass.AnalyzeAsync(host, tree, CancellationToken.None));
        }

        if (analysis.AnalyzerDiagnostics.Concat(alone).FirstOrDefault(static d => VerifierDefaults.FailureIds.Contains(d.Id)) is { } crash)
        {
            settings.Verifier.Fail(
                $"An analyzer crashes: {DiagnosticText.Describe(crash)}\n{crash.Descriptor.Description}\n\n"
                + $"Source:\n{state.Projects[0].Sources[0].Text}");
        }
    }

    private static TestSettings CreateSettings(IEnumerable<DiagnosticAnalyzer> analyzers) => new()
    {
        Analyzers = [.. analyzers],
        Verifier = new DefaultVerifier(),
        GlobalOptions = VerifierDefaults.GlobalOptions.ToDictionary(),
    };
}
