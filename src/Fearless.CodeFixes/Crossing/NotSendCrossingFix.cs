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

/// <summary>
/// Fixes of FEAR2003: say what is merely not said (the delegate parameter is run elsewhere, the interface may cross), or take the one field
/// that the work needs instead of the whole object.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotSendCrossingFix)), Shared]
public sealed class NotSendCrossingFix() : FearlessCodeFix(Descriptors.FEAR2003_NotSendCrossing)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
            return [];
        var place = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        diagnostic.Properties.TryGetValue(NotSendCrossing.MarkKey, out var mark);
        var offer = mark switch
        {
            "Spawned" => MarkParameter(place, model),
            "Send" => MarkType(diagnostic, root, model),
            _ => FieldToLocal.For(place, model),
        };
        return offer is null ? [] : [offer];
    }

    /// <summary>What is given to the parameter is then checked where it is given.</summary>
    private static FixOffer? MarkParameter(SyntaxNode place, SemanticModel model) =>
        model.GetSymbolInfo(place).Symbol is IParameterSymbol { DeclaringSyntaxReferences: { Length: 1 } declarations, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } }
        && declarations[0].SyntaxTree == place.SyntaxTree && declarations[0].GetSyntax() is ParameterSyntax parameter
            ? ParameterMarker.Offer(parameter, "Spawned", model)
            : null;

    private static FixOffer? MarkType(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (diagnostic.AdditionalLocations.Count == 0 || diagnostic.AdditionalLocations[0].SourceTree != root.SyntaxTree
            || root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan) is not TypeDeclarationSyntax type)
            return null;
        return new FixOffer($"Mark '{type.Identifier.ValueText}' [Send]", "MarkSend", (editor, session) =>
        {
            if (session.Once((type.SpanStart, "Send")))
                editor.ReplaceNode(type, (current, _) => MarkerSyntax.OnType((TypeDeclarationSyntax)current, MarkerSyntax.Attribute("Send", model, type.SpanStart), MarkerSyntax.EndOfLine(type)));
        });
    }
}
