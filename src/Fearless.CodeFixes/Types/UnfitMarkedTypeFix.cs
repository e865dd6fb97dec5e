using System.Collections.Generic;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>
/// A field that nothing writes after construction becomes readonly, a private setter that nobody uses goes. Where neither helps, the author
/// may vouch for the field: an assumption with a justification to be filled in.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnfitMarkedTypeFix() : FearlessCodeFix(Descriptors.FEAR1001_UnfitMarkedType, Descriptors.FEAR1002_BrokenInheritedMarker)
{
    internal const string Justification = "say here what keeps it safe";

    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model is null || root is null || !diagnostic.Properties.TryGetValue(UnfitMarkedType.TraitKey, out var trait) || trait is null)
            return [];

        var node = root.FindNode(diagnostic.Location.SourceSpan);
        var isMutable = diagnostic.Properties.TryGetValue(UnfitMarkedType.CauseKey, out var cause) && cause == nameof(CauseKind.MutableField)
            && diagnostic.Properties.ContainsKey(UnfitMarkedType.DirectKey);
        if (isMutable && WriteOnce.Find(node, model, cancellationToken) is { } edit)
            return [new FixOffer(edit.Title, "ReadOnly", (editor, _) => editor.ReplaceNode(edit.Old, (current, _) => edit.Change(current)))];

        return Member(node) is { } member
            ? [new FixOffer($"Vouch for it with [Assume{trait}]", "Assume" + trait, (editor, _) =>
            {
                var attribute = MarkerSyntax.Attribute("Assume" + trait, model, member.SpanStart, Justification);
                var endOfLine = MarkerSyntax.EndOfLine(member);
                editor.ReplaceNode(member, (current, _) => Assume(current, attribute, endOfLine));
            })]
            : [];
    }

    /// <summary>A base cannot be vouched for, and an attribute on several variables would vouch for all of them.</summary>
    private static SyntaxNode? Member(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } => field,
        PropertyDeclarationSyntax property => property,
        ParameterSyntax parameter => parameter,
        _ => null,
    };

    private static SyntaxNode Assume(SyntaxNode member, AttributeSyntax attribute, SyntaxTrivia endOfLine)
    {
        var leading = member.GetLeadingTrivia();
        var list = MarkerSyntax.List(attribute);
        if (member is ParameterSyntax parameter)
            return parameter.WithoutLeadingTrivia().WithAttributeLists(parameter.AttributeLists.Insert(0, list.WithTrailingTrivia(SyntaxFactory.Space))).WithLeadingTrivia(leading);

        var line = list.WithTrailingTrivia(endOfLine).WithLeadingTrivia(leading);
        var rest = ((MemberDeclarationSyntax)member).WithLeadingTrivia(Indentation(leading));
        return rest.WithAttributeLists(rest.AttributeLists.Insert(0, line));
    }

    private static SyntaxTriviaList Indentation(SyntaxTriviaList leading) =>
        leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(leading[leading.Count - 1]) : SyntaxFactory.TriviaList();
}
