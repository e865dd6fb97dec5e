using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Marks the type parameter: <c>void Run&lt;T&gt;</c> becomes <c>void Run&lt;[Send] T&gt;</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnboundTypeParameterFix() : FearlessCodeFix(Descriptors.FEAR1004_UnboundTypeParameter)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model is null || root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeParameterSyntax>() is not { } parameter
            || !diagnostic.Properties.TryGetValue(UnboundTypeParameter.TraitKey, out var trait) || trait is null)
        {
            return [];
        }

        return
        [
            new FixOffer($"Mark '{parameter.Identifier.ValueText}' [{trait}]", "Mark" + trait, (editor, _) =>
            {
                // Through the current node: the other trait may have been added already.
                var attribute = MarkerSyntax.Attribute(trait, model, parameter.SpanStart);
                editor.ReplaceNode(parameter, (current, _) => Mark((TypeParameterSyntax)current, attribute));
            }),
        ];
    }

    private static TypeParameterSyntax Mark(TypeParameterSyntax parameter, AttributeSyntax attribute)
    {
        if (parameter.AttributeLists.Count > 0 && parameter.AttributeLists[0].Target is null)
        {
            var list = parameter.AttributeLists[0];
            var separator = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
            var attributes = SyntaxFactory.SeparatedList(
                list.Attributes.Add(attribute), list.Attributes.GetSeparators().Append(separator));
            return parameter.WithAttributeLists(parameter.AttributeLists.Replace(list, list.WithAttributes(attributes)));
        }

        var leading = parameter.GetLeadingTrivia();
        return parameter.WithoutLeadingTrivia()
            .AddAttributeLists(MarkerSyntax.List(attribute).WithTrailingTrivia(SyntaxFactory.Space))
            .WithLeadingTrivia(leading);
    }
}
