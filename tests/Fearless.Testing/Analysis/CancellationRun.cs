using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Analyses a document, cancels in the first callback, the second, the fourth and so on, and at last lets it finish.</summary>
internal static class CancellationRun
{
    private const string StaleCancellation =
        "After a cancelled analysis, a later one throws OperationCanceledException, although nobody cancels it (does a Lazy keep the exception?): ";

    private static readonly ImmutableArray<int> CancelledCallbacks = [1, 2, 4, 8, 16, 32];

    /// <summary>Where nothing is reported, nothing can get lost; what is left is to see how callbacks take it.</summary>
    private static readonly ImmutableArray<int> CancelledCallbacksOfSilence = [2, 8];

    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(
        ProjectAnalysis usual, SyntaxTree tree, TestSettings settings, CancellationToken cancellationToken)
    {
        // A file of its own, so that caches that hang on it are empty. (Those that hang on the compilation always are:
        // the host clones that for each request.)
        var fresh = CSharpSyntaxTree.ParseText(
            await tree.GetTextAsync(cancellationToken), (CSharpParseOptions)tree.Options, tree.FilePath, cancellationToken);
        var compilation = usual.Compilation.ReplaceSyntaxTree(tree, fresh);
        var probe = new CancellationProbe();
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. settings.Analyzers.Select(a => new ProbedAnalyzer(a, probe))];
        var analysis = ProjectAnalysis.Attach(compilation, usual.Project, analyzers, concurrent: false);
        foreach (var callback in usual.HasDiagnosticsInSource ? CancelledCallbacks : CancelledCallbacksOfSilence)
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            probe.CancelIn(callback, source);
            try
            {
                var result = await PerDocumentPass.AnalyzeAsync(analysis, fresh, source.Token);
                if (!source.IsCancellationRequested)
                {
                    return result;
                }
            }
            catch (OperationCanceledException) when (source.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                // As it should be.
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                settings.Verifier.Fail(StaleCancellation + exception);
            }

            settings.Verifier.True(probe.Complaint is null, probe.Complaint);
        }

        probe.CancelNever();
        try
        {
            return await PerDocumentPass.AnalyzeAsync(analysis, fresh, cancellationToken);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            settings.Verifier.Fail(StaleCancellation + exception);
            return [];
        }
    }
}
