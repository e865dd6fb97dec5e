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

/// <summary>Fix of FEAR2005: the parameter says that its value is given away, so that callers know.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MovedWithoutOwnershipFix)), Shared]
public sealed class MovedWithoutOwnershipFix() : FearlessCodeFix(Descriptors.FEAR2005_MovedWithoutOwnership)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || !diagnostic.Properties.ContainsKey(MovedWithoutOwnership.ParameterKey) || diagnostic.AdditionalLocations.Count == 0
            || diagnostic.AdditionalLocations[0].SourceTree != root.SyntaxTree)
            return [];
        return root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan).AncestorsAndSelf().OfType<ParameterSyntax>().FirstOrDefault() is { } parameter && !CallersKeep.Any(parameter, root, model, cancellationToken)
            ? [ParameterMarker.Offer(parameter, "Moved", model)]
            : [];
    }
}
