using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Fixes a state in every way there is, and compares what comes out.</summary>
internal sealed class CodeFixPass(CodeFixSettings fixes, TestSettings settings)
{
    private readonly ActionFinder _finder = new(fixes, settings.Verifier);

    public async Task RunAsync(
        FixableSet diagnostics, EvaluatedState before, EvaluatedState fixedState, EvaluatedState batchState, CancellationToken cancellationToken)
    {
        VerifyLocal(diagnostics);
        await ActionRules.VerifyAsync(diagnostics, _finder, fixes, settings.Verifier, cancellationToken);

        var expectsChange = !fixedState.HasSameContent(before);
        var result = await new IterativeFix(_finder, fixes, settings).RunAsync(diagnostics, expectsChange, cancellationToken);
        await SolutionComparer.VerifyAsync(fixedState, result, settings.Verifier.PushContext("one fix after the other"), cancellationToken);
        await VerifyFixedAsync("fixed code", fixedState, before, cancellationToken);

        if (!batchState.HasSameContent(fixedState))
        {
            await VerifyFixedAsync("batch-fixed code", batchState, before, cancellationToken);
        }

        if (!batchState.HasSameContent(before))
        {
            await FixAllAsync(FixAllScope.Document, CodeFixTestBehaviors.SkipFixAllInDocumentCheck);
            await FixAllAsync(FixAllScope.Project, CodeFixTestBehaviors.SkipFixAllInProjectCheck);
            await FixAllAsync(FixAllScope.Solution, CodeFixTestBehaviors.SkipFixAllInSolutionCheck);
        }

        async Task FixAllAsync(FixAllScope scope, CodeFixTestBehaviors skip)
        {
            if (fixes.Does(skip))
            {
                await new FixAllRun(scope, _finder, fixes, settings).RunAsync(diagnostics, batchState, cancellationToken);
            }
        }
    }

    /// <summary>Fixed code compiles, and none but the expected diagnostics is left.</summary>
    private async Task VerifyFixedAsync(string context, EvaluatedState state, EvaluatedState before, CancellationToken cancellationToken)
    {
        if (!state.HasSameContent(before))
        {
            await DiagnosticsPass.RunAsync(state, settings with { Verifier = settings.Verifier.PushContext(context) }, cancellationToken);
        }
    }

    /// <summary>The editor never shows diagnostics of the end of a compilation, so nobody could ever call their fix.</summary>
    private void VerifyLocal(FixableSet diagnostics)
    {
        var nonLocal = diagnostics.All.FirstOrDefault(
            static d => d.Diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd));
        settings.Verifier.True(
            nonLocal is null || !fixes.Does(CodeFixTestBehaviors.SkipLocalDiagnosticCheck),
            $"{nonLocal?.Diagnostic.Id} is reported at the end of a compilation, where no editor offers a code fix.");
    }
}
