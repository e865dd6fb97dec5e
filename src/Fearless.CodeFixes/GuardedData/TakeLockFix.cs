using System.Collections.Generic;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Fearless.CodeFixes;

/// <summary>Takes the lock that the other accesses hold, around the statement that forgot it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeLockFix)), Shared]
public sealed class TakeLockFix() : FearlessCodeFix(
    Descriptors.FEAR4001_UnguardedAccess, Descriptors.FEAR4002_ForgottenLock, Descriptors.FEAR3018_BrokenLockContract, Descriptors.FEAR6005_TornValue)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not { } node
            || MissingLock.At(node, diagnostic, model) is not { } gate || LockedRegion.Around(node, gate, model) is not { } apply)
        {
            return [];
        }

        return [new FixOffer($"Take '{gate.Expression}' here", "TakeLock", apply)];
    }
}
