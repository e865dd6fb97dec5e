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

/// <summary>Makes the field of the lock readonly, where nothing but a constructor assigns to it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadonlyGuardFix)), Shared]
public sealed class ReadonlyGuardFix() : FearlessCodeFix(Descriptors.FEAR4010_ReplaceableGuard)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || !diagnostic.Properties.TryGetValue(GuardFacts.LockKey, out var name) || name is null)
            return [];
        var type = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var field = type?.Members.OfType<FieldDeclarationSyntax>()
            .FirstOrDefault(candidate => candidate.Declaration.Variables.Count == 1 && candidate.Declaration.Variables[0].Identifier.ValueText == name);
        if (field is null || !field.Modifiers.Any(SyntaxKind.PrivateKeyword) || type!.Modifiers.Any(SyntaxKind.PartialKeyword) || IsAssigned(type, name))
            return [];
        return
        [
            new FixOffer($"Make '{name}' readonly", "ReadonlyGuard", (editor, session) =>
            {
                if (session.Once(field))
                    editor.ReplaceNode(field, static (current, _) => ((FieldDeclarationSyntax)current).AddModifiers(SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space)));
            }),
        ];
    }

    private static bool IsAssigned(TypeDeclarationSyntax type, string name)
    {
        foreach (var use in type.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (use.Identifier.ValueText != name)
                continue;
            SyntaxNode target = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;
            var isWritten = target.Parent switch
            {
                AssignmentExpressionSyntax assignment => assignment.Left == target,
                ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0 || argument.Parent is TupleExpressionSyntax,
                _ => false,
            };
            if (isWritten && use.FirstAncestorOrSelf<ConstructorDeclarationSyntax>()?.Parent != type)
                return true;
        }

        return false;
    }
}
