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

/// <summary>Makes the lock static, as what it guards is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StaticGateFix)), Shared]
public sealed class StaticGateFix() : FearlessCodeFix(Descriptors.FEAR4004_InstanceGuardOfStatic)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || !diagnostic.Properties.TryGetValue(GuardFacts.LockKey, out var name) || name is null)
            return [];
        var type = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var field = type?.Members.OfType<FieldDeclarationSyntax>()
            .FirstOrDefault(candidate => candidate.Declaration.Variables.Count == 1 && candidate.Declaration.Variables[0].Identifier.ValueText == name);
        if (field is null || !field.Modifiers.Any(SyntaxKind.PrivateKeyword) || field.Modifiers.Any(SyntaxKind.StaticKeyword) || type!.Modifiers.Any(SyntaxKind.PartialKeyword)
            || type.DescendantNodes().Any(node => node is MemberAccessExpressionSyntax access && access.Name.Identifier.ValueText == name))
        {
            return [];
        }

        return
        [
            new FixOffer($"Make '{name}' static", "StaticGate", (editor, session) =>
            {
                if (session.Once(field))
                {
                    editor.ReplaceNode(field, static (current, _) =>
                    {
                        var declaration = (FieldDeclarationSyntax)current;
                        var at = declaration.Modifiers.IndexOf(SyntaxKind.PrivateKeyword) + 1;
                        return declaration.WithModifiers(declaration.Modifiers.Insert(at, SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(SyntaxFactory.Space)));
                    });
                }
            }),
        ];
    }
}
