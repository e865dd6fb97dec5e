using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What holds for every action that a fixer offers, chosen or not: a lightbulb that does nothing is a lie.</summary>
internal static class ActionRules
{
    public static async Task VerifyAsync(
        FixableSet diagnostics, ActionFinder finder, CodeFixSettings fixes, IVerifier verifier, CancellationToken cancellationToken)
    {
        foreach (var diagnostic in diagnostics.All)
        {
            foreach (var offered in await finder.GetOfferedAsync(diagnostic, cancellationToken))
            {
                await VerifyAsync(offered, diagnostics.Solution, fixes, verifier, cancellationToken);
            }
        }
    }

    private static async Task VerifyAsync(
        OfferedAction offered, Solution solution, CodeFixSettings fixes, IVerifier verifier, CancellationToken cancellationToken)
    {
        var (title, name) = (offered.Action.Title, offered.Provider.GetType().Name);
        verifier.False(string.IsNullOrWhiteSpace(title), $"{name} offers an action without a title.");
        verifier.False(title.EndsWith('.'), $"{name} offers an action whose title ends with a period: '{title}'.");
        verifier.True(offered.Action.EquivalenceKey is not null, $"{name} offers '{title}' without an equivalence key, so Fix All cannot tell it from other actions.");
        var changed = await ActionApplier.ApplyAsync(solution, offered.Action, fixes.ValidationMode, verifier, cancellationToken);
        verifier.True(
            await ActionApplier.HasChangesAsync(solution, changed, cancellationToken),
            $"{name} offers '{title}' for {DiagnosticText.Describe(offered.Target.Diagnostic)}, but it changes nothing.");
    }
}
