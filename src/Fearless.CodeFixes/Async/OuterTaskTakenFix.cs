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

/// <summary>The outer task is unwrapped where it is made, so that its end is the end of the work.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OuterTaskTakenFix() : FearlessCodeFix(Descriptors.FEAR7006_OuterTaskTaken)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax outer)
            return [];
        var offer = new FixOffer("Unwrap the task", nameof(OuterTaskTakenFix), (editor, session) =>
        {
            if (!session.Once(outer))
                return;
            // An outer call may contain an inner one that is unwrapped as well.
            editor.ReplaceNode(outer, (current, _) => SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, ((ExpressionSyntax)current).WithoutTrivia(), SyntaxFactory.IdentifierName("Unwrap"))).WithTriviaFrom(current));
        });
        return await Trial.HoldsAsync(document, offer, cancellationToken).ConfigureAwait(false) ? [offer] : [];
    }
}
