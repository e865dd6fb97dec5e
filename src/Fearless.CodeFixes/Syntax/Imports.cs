using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>Names of types that the file may not import yet.</summary>
internal static class Imports
{
    /// <summary>The type's simple name, for which the namespace is imported if need be; its full name where the simple one means something else.</summary>
    public static string NameOf(DocumentEditor editor, FixSession session, SyntaxNode place, string @namespace, string name, int arity = 0)
    {
        var visible = editor.SemanticModel.LookupNamespacesAndTypes(place.SpanStart, name: name)
            .Where(symbol => symbol is not INamedTypeSymbol type || type.Arity == arity).ToList();
        if (visible.Count == 0 && editor.OriginalRoot is CompilationUnitSyntax unit)
        {
            if (session.Once("using " + @namespace))
                editor.ReplaceNode(unit, (current, _) => With((CompilationUnitSyntax)current, @namespace));
            return name;
        }

        return visible.Count == 1 && visible[0].ContainingNamespace?.ToDisplayString() == @namespace ? name : $"global::{@namespace}.{name}";
    }

    private static CompilationUnitSyntax With(CompilationUnitSyntax unit, string @namespace)
    {
        var end = LineEndings.In(unit);
        var added = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(@namespace).WithLeadingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(end);

        // Where the others are: some put them into the namespace.
        if (unit.Usings.Count == 0 && unit.Members.FirstOrDefault() is BaseNamespaceDeclarationSyntax { Usings.Count: > 0 } around)
        {
            var indentation = around.Usings[0].GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
            return unit.ReplaceNode(around, around.WithUsings(Insert(around.Usings, added.WithLeadingTrivia(indentation))));
        }

        if (unit.Usings.Count > 0)
            return unit.WithUsings(Insert(unit.Usings, added));
        var first = unit.GetFirstToken();
        return unit.ReplaceToken(first, first.WithLeadingTrivia(end))
            .WithUsings([added.WithLeadingTrivia(first.LeadingTrivia)]);
    }

    private static SyntaxList<UsingDirectiveSyntax> Insert(SyntaxList<UsingDirectiveSyntax> usings, UsingDirectiveSyntax added)
    {
        var at = 0;
        while (at < usings.Count && IsBefore(usings[at], added))
            at++;
        if (at > 0)
            return usings.Insert(at, added);

        // The file's header stays on top.
        var first = usings[0];
        return usings.Replace(first, first.WithLeadingTrivia(added.GetLeadingTrivia())).Insert(0, added.WithLeadingTrivia(first.GetLeadingTrivia()));
    }

    private static bool IsBefore(UsingDirectiveSyntax one, UsingDirectiveSyntax added)
    {
        if (one.Alias is not null || one.StaticKeyword.RawKind != 0)
            return false;
        var (left, right) = (one.NamespaceOrType.ToString(), added.NamespaceOrType.ToString());
        return IsSystem(left) == IsSystem(right) ? string.CompareOrdinal(left, right) < 0 : IsSystem(left);
    }

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
