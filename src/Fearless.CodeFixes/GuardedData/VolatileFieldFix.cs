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

/// <summary>Makes a field volatile of which only whole values are stored and loaded; guards any other with a lock.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(VolatileFieldFix)), Shared]
public sealed class VolatileFieldFix() : FearlessCodeFix(Descriptors.FEAR4003_UnguardedSharing)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || IsKeptAcrossAwait(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)))
            return [];
        if (diagnostic.Properties.TryGetValue(GuardFacts.MemberKey, out var name) && name is not null && Volatile(root, diagnostic, name) is { } offer)
            return [offer];
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return GuardMember.At(node, root, model, cancellationToken) is { } guard ? [guard] : [];
    }

    private static FixOffer? Volatile(SyntaxNode root, Diagnostic diagnostic, string name)
    {
        var type = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var field = type?.Members.OfType<FieldDeclarationSyntax>()
            .FirstOrDefault(candidate => candidate.Declaration.Variables.Count == 1 && candidate.Declaration.Variables[0].Identifier.ValueText == name);
        if (field is null || field.Modifiers.Any(SyntaxKind.VolatileKeyword) || field.Modifiers.Count == 0 || type!.Members.Any(member => IsTestedAndSet(member, name)))
            return null;
        return new FixOffer($"Make '{name}' volatile", "MakeVolatile", (editor, session) =>
        {
            if (session.Once(field))
                editor.ReplaceNode(field, static (current, _) => ((FieldDeclarationSyntax)current).AddModifiers(SyntaxFactory.Token(SyntaxKind.VolatileKeyword).WithTrailingTrivia(SyntaxFactory.Space)));
        });
    }

    /// <summary>What one run stores for itself, and reads after an await, wants a local variable: another run overwrites it, under whatever lock.</summary>
    private static bool IsKeptAcrossAwait(SyntaxNode node) => node is IdentifierNameSyntax { Identifier.ValueText: var name } && node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member.DescendantNodes().OfType<AwaitExpressionSyntax>().Any(await => await.SpanStart > node.SpanStart
            && member.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name && use.SpanStart > await.Span.End));

    /// <summary>A value that is looked at and then replaced takes more than a look at the newest: one step, or a lock.</summary>
    private static bool IsTestedAndSet(MemberDeclarationSyntax member, string name)
    {
        var isRead = false;
        foreach (var use in member.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name))
        {
            var isStore = use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use
                || use.Parent is MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax outer } access && outer.Left == access;
            if (isStore && isRead)
                return true;
            isRead |= !isStore;
        }

        return false;
    }
}
