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

/// <summary>Fix of FEAR2011: the member that uses the thread's data is marked as one that runs there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ThreadAffineUseFix)), Shared]
public sealed class ThreadAffineUseFix() : FearlessCodeFix(Descriptors.FEAR2011_ThreadAffineUse)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || !diagnostic.Properties.TryGetValue(ThreadAffineUse.ThreadKey, out var thread)
            || root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member
            || member is not (MethodDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax))
        {
            return [];
        }

        return
        [
            new FixOffer($"Mark it [ThreadAffine(\"{thread}\")]", nameof(ThreadAffineUseFix), (editor, session) =>
            {
                if (!session.Once(member))
                    return;
                var marker = MarkerSyntax.List(MarkerSyntax.Attribute("ThreadAffine", model, member.SpanStart, thread));
                editor.ReplaceNode(member, (current, _) => Marked((MemberDeclarationSyntax)current, marker, MarkerSyntax.EndOfLine(member)));
            }),
        ];
    }

    /// <summary>On a line of its own above the member.</summary>
    private static MemberDeclarationSyntax Marked(MemberDeclarationSyntax member, AttributeListSyntax marker, SyntaxTrivia endOfLine)
    {
        var leading = member.GetLeadingTrivia();
        var indentation = leading.Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1).ToList();
        var rest = member.WithLeadingTrivia(indentation);
        return rest.WithAttributeLists(rest.AttributeLists.Insert(0, marker.WithLeadingTrivia(leading).WithTrailingTrivia(endOfLine)));
    }
}
