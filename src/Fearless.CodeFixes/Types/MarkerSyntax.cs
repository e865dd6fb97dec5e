using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Writes markers, as short as the place allows.</summary>
internal static class MarkerSyntax
{
    /// <summary><c>Send</c> where the namespace is imported and the name means the marker, <c>Fearless.Send</c> elsewhere.</summary>
    public static AttributeSyntax Attribute(string marker, SemanticModel model, int position, string? text = null)
    {
        var name = IsInScope(marker, model, position) ? marker : "Fearless." + marker;
        var arguments = text is null ? null : SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(
            SyntaxFactory.AttributeArgument(SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text)))));
        return SyntaxFactory.Attribute(SyntaxFactory.ParseName(name), arguments);
    }

    public static AttributeListSyntax List(AttributeSyntax attribute) =>
        SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute));

    /// <summary>On a line of its own above the type.</summary>
    public static TypeDeclarationSyntax OnType(TypeDeclarationSyntax type, AttributeSyntax attribute, SyntaxTrivia endOfLine)
    {
        var leading = type.GetLeadingTrivia();
        var indentation = leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? leading[leading.Count - 1] : default;
        var list = MarkerSyntax.List(attribute).WithLeadingTrivia(leading).WithTrailingTrivia(endOfLine);
        var rest = type.WithLeadingTrivia(indentation == default ? SyntaxFactory.TriviaList() : SyntaxFactory.TriviaList(indentation));
        return (TypeDeclarationSyntax)rest.WithAttributeLists(rest.AttributeLists.Insert(0, list));
    }

    /// <summary>As the file ends its lines.</summary>
    public static SyntaxTrivia EndOfLine(SyntaxNode place)
    {
        foreach (var trivia in place.SyntaxTree.GetRoot().DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                return trivia;
        }

        return SyntaxFactory.LineFeed;
    }

    private static bool IsInScope(string marker, SemanticModel model, int position)
    {
        var found = false;
        foreach (var symbol in model.LookupNamespacesAndTypes(position, name: marker + "Attribute"))
            found = symbol is INamedTypeSymbol { ContainingNamespace: { Name: "Fearless", ContainingNamespace.IsGlobalNamespace: true } };
        return found && model.LookupNamespacesAndTypes(position, name: marker).IsEmpty;
    }
}
