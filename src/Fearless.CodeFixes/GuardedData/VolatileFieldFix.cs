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

/// <summary>Makes a field volatile of which only whole values are stored and loaded.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(VolatileFieldFix)), Shared]
public sealed class VolatileFieldFix() : FearlessCodeFix(Descriptors.FEAR4003_UnguardedSharing)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || !diagnostic.Properties.TryGetValue(GuardFacts.MemberKey, out var name) || name is null)
            return [];
        var type = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var field = type?.Members.OfType<FieldDeclarationSyntax>()
            .FirstOrDefault(candidate => candidate.Declaration.Variables.Count == 1 && candidate.Declaration.Variables[0].Identifier.ValueText == name);
        if (field is null || field.Modifiers.Any(SyntaxKind.VolatileKeyword) || field.Modifiers.Count == 0)
            return [];
        return
        [
            new FixOffer($"Make '{name}' volatile", "MakeVolatile", (editor, session) =>
            {
                if (session.Once(field))
                    editor.ReplaceNode(field, static (current, _) => ((FieldDeclarationSyntax)current).AddModifiers(SyntaxFactory.Token(SyntaxKind.VolatileKeyword).WithTrailingTrivia(SyntaxFactory.Space)));
            }),
        ];
    }
}
