using System.Collections.Generic;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>A copy of the collection gets out; it is made while the guard still holds the lock.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class EscapingValueFix() : FearlessCodeFix(Descriptors.FEAR3014_EscapingValue)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax value
            || value.Parent is not (ReturnStatementSyntax or ArrowExpressionClauseSyntax or AssignmentExpressionSyntax)

            // A set that is made anew may compare in another way.
            || !CopyOutFix.CanBeSpread(value, model) || model.GetTypeInfo(value, cancellationToken).ConvertedType is { Name: "HashSet" })
        {
            return [];
        }

        var verb = value.Parent is AssignmentExpressionSyntax ? "Store" : "Return";
        return [new FixOffer(verb + " a copy", "CopyOut", (editor, _) => editor.ReplaceNode(value, static (current, _) => CopyOutFix.Copy((ExpressionSyntax)current)))];
    }
}
