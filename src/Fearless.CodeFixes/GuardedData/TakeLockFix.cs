using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
            || MissingLock.At(node, diagnostic, model) is not { } gate)
        {
            return diagnostic.Id == Descriptors.FEAR6005_TornValue.Id && root is not null && model is not null
                && GuardMember.At(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), root, model, cancellationToken) is { } guard ? [guard] : [];
        }

        // A second lock of one class, with the first one held, would have to be taken in an order that nothing here gives.
        if (IsUnderItsLike(node, gate.Expression))
            return [];

        // A lock that others can take as well is none to begin with; it gets a field of its own first.
        if (gate.Expression == "this")
            return SynchronizedMethod.For(node, model, cancellationToken) is { } synchronized ? [synchronized] : [];
        if (SnapshotLoop.For(node, gate, model) is { } snapshot)
            return [new FixOffer($"Copy it under '{gate.Expression}' first", "TakeLock", snapshot)];
        if (LockedRegion.Around(node, gate, model) is not { } apply)
            return [];
        return [new FixOffer($"Take '{gate.Expression}' here", "TakeLock", apply)];
    }

    private static bool IsUnderItsLike(SyntaxNode node, string gate) => node.Ancestors().OfType<LockStatementSyntax>().Any(around =>
        around.Expression.ToString() != gate && LastName(around.Expression.ToString()) == LastName(gate));

    private static string LastName(string path) => path.Substring(path.LastIndexOf('.') + 1);
}
