using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>The marker that closes the circle goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ContradictoryOrderFix() : StepwiseCodeFix(Descriptors.FEAR5005_ContradictoryOrder)
{
    internal override async Task<FixStep?> StepAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { Parent: AttributeListSyntax { Parent: MemberDeclarationSyntax member } list } marker
            || marker.ArgumentList?.Arguments.Count != 1 || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return null;
        }

        if (list.Attributes.Count > 1)
            return new FixStep("Remove the marker", nameof(ContradictoryOrderFix), root.RemoveNode(marker, SyntaxRemoveOptions.KeepNoTrivia)!);
        var without = member.WithAttributeLists(member.AttributeLists.Remove(list)).WithLeadingTrivia(member.GetLeadingTrivia());
        return new FixStep("Remove the marker", nameof(ContradictoryOrderFix), root.ReplaceNode(member, without));
    }
}
