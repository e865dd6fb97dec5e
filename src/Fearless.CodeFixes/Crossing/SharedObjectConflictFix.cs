using System.Collections.Generic;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Fearless.CodeFixes;

/// <summary>Fix of FEAR2002: the work is waited for first. What should be shared, and how, is for a person to decide.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SharedObjectConflictFix)), Shared]
public sealed class SharedObjectConflictFix() : FearlessCodeFix(Descriptors.FEAR2002_SharedObjectConflict)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var context = await CaptureContext.CreateAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
        if (context is not null && JoinFirst.For(context) is { } join)
            return [join];
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return [];
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (context is not null && GuardLocal.For(context) is { } local)
            return [local];
        return GuardMember.At(node, root, model, cancellationToken) is { } guard ? [guard] : [];
    }
}
