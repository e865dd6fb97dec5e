using System.Collections.Generic;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>
/// An interface or open class of this very file that merely says nothing yet: the marker makes its promise, which is then checked on
/// everything that derives from it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnmetTypeBoundFix() : FearlessCodeFix(Descriptors.FEAR1003_UnmetBound)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model is null || root is null || !diagnostic.Properties.TryGetValue(UnmetTypeBound.MarkKey, out var trait) || trait is null
            || diagnostic.AdditionalLocations.Count == 0 || diagnostic.AdditionalLocations[0].SourceTree != root.SyntaxTree
            || root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan) is not TypeDeclarationSyntax type)
        {
            return [];
        }

        return
        [
            new FixOffer($"Mark '{type.Identifier.ValueText}' [{trait}]", "Mark" + trait, (editor, session) =>
            {
                if (!session.Once((type.SpanStart, trait)))
                    return;
                var attribute = MarkerSyntax.Attribute(trait, model, type.SpanStart);
                var endOfLine = MarkerSyntax.EndOfLine(type);
                editor.ReplaceNode(type, (current, _) => MarkerSyntax.OnType((TypeDeclarationSyntax)current, attribute, endOfLine));
            }),
        ];
    }
}
