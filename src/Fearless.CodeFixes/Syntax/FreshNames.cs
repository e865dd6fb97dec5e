using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Names that collide with nothing at a place.</summary>
internal static class FreshNames
{
    public static string At(SemanticModel model, SyntaxNode place, string wanted)
    {
        var member = place.AncestorsAndSelf().LastOrDefault(static node => node is MemberDeclarationSyntax
            and not BaseTypeDeclarationSyntax
            and not BaseNamespaceDeclarationSyntax) ?? place;
        var taken = member.DescendantTokens().Where(static token => token.RawKind == (int)SyntaxKind.IdentifierToken)
            .Select(static token => token.ValueText).ToImmutableHashSet();
        var name = wanted;
        for (var suffix = 2; taken.Contains(name) || !model.LookupSymbols(place.SpanStart, name: name).IsEmpty; suffix++)
            name = wanted + suffix;
        return name;
    }
}
