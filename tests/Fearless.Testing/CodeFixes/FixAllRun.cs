using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Fix All in one scope, from the original state.</summary>
internal sealed class FixAllRun(FixAllScope scope, ActionFinder finder, CodeFixSettings fixes, TestSettings settings)
{
    public async Task RunAsync(FixableSet diagnostics, EvaluatedState expected, CancellationToken cancellationToken)
    {
        var verifier = settings.Verifier.PushContext($"Fix All in {scope}");
        var iterations = GetIterations(diagnostics);
        var solution = diagnostics.Solution;
        var done = 0;
        while (await finder.FindFirstAsync(diagnostics, cancellationToken) is { } first)
        {
            if (first.Provider.GetFixAllProvider() is not { } provider || !provider.GetSupportedFixAllScopes().Contains(scope))
            {
                return;
            }

            var context = new FixAllContext(
                first.Target.Document, first.Provider, scope, first.Action.EquivalenceKey, first.Provider.FixableDiagnosticIds,
                new KnownDiagnostics(diagnostics), cancellationToken);
            var action = await provider.GetFixAsync(context);
            if (action is null)
            {
                var target = DiagnosticText.Describe(first.Target.Diagnostic);
                verifier.Fail($"{provider.GetType().Name} has no action, although '{first.Action.Title}' is offered for {target}");
            }

            solution = await ActionApplier.ApplyAsync(solution, action, fixes.ValidationMode, verifier, cancellationToken);
            done++;

            // The expected text has been analysed by now, so there is no need to look whether anything is left in it.
            if (done == Math.Abs(iterations) || await SolutionComparer.FindDifferenceAsync(expected, solution, cancellationToken) is null)
            {
                break;
            }

            diagnostics = await FixableSet.ComputeAsync(solution, settings, cancellationToken);
        }

        verifier.True(iterations < 0 || done == iterations, $"{iterations} rounds are expected, {done} were needed.");
        await SolutionComparer.VerifyAsync(expected, solution, verifier, cancellationToken);
    }

    private int GetIterations(FixableSet diagnostics) => scope switch
    {
        FixAllScope.Document => fixes.FixAllInDocumentIterations ?? fixes.FixAllIterations
            ?? -diagnostics.All.DistinctBy(static d => d.Document.Id).Count(),
        FixAllScope.Project => fixes.FixAllInProjectIterations ?? fixes.FixAllIterations
            ?? -diagnostics.All.DistinctBy(static d => d.Document.Project.Id).Count(),
        _ => fixes.FixAllIterations ?? -1,
    };
}
