using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.FixCheck;

/// <summary>Only members change that the finding is about: that hold one of its places, or use what it names. A field may be added.</summary>
internal static class ScopeCheck
{
    public static IEnumerable<string> Problems(Change change)
    {
        var old = Members(change.Before).ToLookup(static member => member.ToString(), StringComparer.Ordinal);
        var now = Members(change.After).ToLookup(static member => member.ToString(), StringComparer.Ordinal);
        var names = Named(change).Concat(Added(change)).ToHashSet(StringComparer.Ordinal);
        foreach (var member in old.Where(group => !now.Contains(group.Key)).Select(static group => group.First()))
        {
            if (!change.Targets.Any(target => target.AdditionalLocations.Prepend(target.Location).Any(place => place.SourceTree == change.Before.SyntaxTree && member.FullSpan.IntersectsWith(place.SourceSpan)))
                && !member.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText)))
                yield return "changes another member: " + member.ToString().Split('\n')[0];
        }

        var known = Members(change.Before).Select(Name).ToHashSet(StringComparer.Ordinal);
        foreach (var member in now.Where(group => !old.Contains(group.Key)).Select(static group => group.First()))
        {
            if (!known.Contains(Name(member)) && member is not BaseFieldDeclarationSyntax)
                yield return "adds a member: " + member.ToString().Split('\n')[0];
        }
    }

    private static IEnumerable<MemberDeclarationSyntax> Members(SyntaxNode root) => root.DescendantNodes().OfType<MemberDeclarationSyntax>()
        .Where(static member => member is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax));

    private static string Name(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        EventDeclarationSyntax @event => @event.Identifier.ValueText,
        _ => member.Kind().ToString(),
    };

    /// <summary>What the fix has added is used in every place that needs it.</summary>
    private static IEnumerable<string> Added(Change change)
    {
        var known = Fields(change.Before).ToHashSet(StringComparer.Ordinal);
        foreach (var added in Fields(change.After).Where(name => !known.Contains(name)))
        {
            yield return added;
            foreach (var user in Members(change.After).Where(member => member.DescendantTokens().Any(token => token.ValueText == added)))
                yield return Name(user);
        }
    }

    private static IEnumerable<string> Fields(SyntaxNode root) => root.DescendantNodes().OfType<FieldDeclarationSyntax>().SelectMany(static field => field.Declaration.Variables).Select(static variable => variable.Identifier.ValueText);

    /// <summary>What the finding names: in its message, and at its places.</summary>
    private static IEnumerable<string> Named(Change change)
    {
        foreach (var target in change.Targets)
        {
            foreach (var word in target.GetMessage(CultureInfo.InvariantCulture).Split('\'').Where(static (_, index) => index % 2 == 1))
            {
                foreach (var part in word.Split('.', '(', ')', '[', ']', ' '))
                    yield return part;
            }

            foreach (var place in target.AdditionalLocations.Prepend(target.Location).Where(place => place.SourceTree == change.Before.SyntaxTree))
            {
                foreach (var token in change.Before.DescendantTokens(place.SourceSpan).Where(static token => token.IsKind(SyntaxKind.IdentifierToken)))
                    yield return token.ValueText;
            }
        }
    }
}
