using System;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Fixes one diagnostic after the other, each in a fresh analysis, until nothing is left to fix.</summary>
internal sealed class IterativeFix(ActionFinder finder, CodeFixSettings fixes, TestSettings settings)
{
    public async Task<Solution> RunAsync(FixableSet diagnostics, bool expectsChange, CancellationToken cancellationToken)
    {
        var verifier = settings.Verifier.PushContext("one fix after the other");
        var iterations = fixes.IncrementalIterations ?? (expectsChange ? -Math.Max(1, diagnostics.All.Length) : 0);
        var solution = diagnostics.Solution;
        for (var done = 0; ; done++)
        {
            var offered = await finder.FindFirstAsync(diagnostics, cancellationToken);
            if (offered is null)
            {
                return Finish(done);
            }

            if (done == Math.Abs(iterations))
            {
                var target = DiagnosticText.Describe(offered.Target.Diagnostic);
                verifier.Fail(done == 0
                    ? $"No fix is expected, but '{offered.Action.Title}' is offered for {target}"
                    : $"After {done} fixes, '{offered.Action.Title}' is still offered for {target}\n\n"
                        + "Either the fix does not end, or NumberOfIncrementalIterations must say how many are needed.\n"
                        + $"{await offered.Target.Document.GetTextAsync(cancellationToken)}");
            }

            fixes.ActionVerifier?.Invoke(offered.Action, verifier);
            solution = await ActionApplier.ApplyAsync(solution, offered.Action, fixes.ValidationMode, verifier, cancellationToken);
            var next = await FixableSet.ComputeAsync(solution, settings, cancellationToken);
            if (!fixes.Does(CodeFixTestBehaviors.FixOne) || next.HasSameDiagnostics(diagnostics))
            {
                return Finish(done + 1);
            }

            diagnostics = next;
        }

        Solution Finish(int done)
        {
            verifier.True(
                iterations <= 0 || done == iterations || !fixes.Does(CodeFixTestBehaviors.FixOne),
                $"{iterations} fixes are expected, {done} were applied.");
            return solution;
        }
    }
}
