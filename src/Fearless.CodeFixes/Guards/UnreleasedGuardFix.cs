using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Fearless.CodeFixes;

/// <summary>Keeps a guard in a <c>using</c> declaration or statement, around exactly what it protects.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnreleasedGuardFix() : StepwiseCodeFix(Descriptors.FEAR3002_DiscardedGuard, Descriptors.FEAR3003_UnreleasedGuard)
{
    internal override async Task<FixStep?> StepAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await GuardSite.FindAsync(document, node, cancellationToken).ConfigureAwait(false) is not { } site)
            return null;
        var isThrownAway = diagnostic.Id == Descriptors.FEAR3002_DiscardedGuard.Id;
        var candidates = isThrownAway ? ThrownAwayGuard.Candidates(site) : site.OutVariable is null ? LocalGuard.Candidates(site) : OutGuard.Candidates(site);
        foreach (var candidate in candidates)
        {
            if (await site.CompilesAsync(candidate).ConfigureAwait(false))
            {
                return isThrownAway
                    ? new FixStep("Keep the guard in a 'using'", "KeepGuard", candidate)
                    : new FixStep("Release the guard with 'using'", "ReleaseGuard", candidate);
            }
        }

        return null;
    }
}
