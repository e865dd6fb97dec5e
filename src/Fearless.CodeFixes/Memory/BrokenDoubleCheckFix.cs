using System.Collections.Generic;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Fearless.CodeFixes;

/// <summary>Fix of FEAR6003: a volatile field is read before, and written after, all that it announces.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BrokenDoubleCheckFix)), Shared]
public sealed class BrokenDoubleCheckFix() : FearlessCodeFix(Descriptors.FEAR6003_BrokenDoubleCheck)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return [];
        var use = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return VolatileField.For(root, model.GetSymbolInfo(use, cancellationToken).Symbol) is { } offer ? [offer] : [];
    }
}
