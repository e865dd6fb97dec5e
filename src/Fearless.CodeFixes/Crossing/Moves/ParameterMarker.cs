using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Puts a marker on a parameter.</summary>
internal static class ParameterMarker
{
    public static FixOffer Offer(ParameterSyntax parameter, string marker, SemanticModel model) => new(
        $"Mark the parameter '{parameter.Identifier.ValueText}' [{marker}]",
        "Mark" + marker,
        (editor, session) =>
        {
            if (!session.Once((parameter.SpanStart, marker)))
                return;
            var attribute = MarkerSyntax.Attribute(marker, model, parameter.SpanStart);
            editor.ReplaceNode(parameter, (current, _) => Add((ParameterSyntax)current, attribute));
        });

    private static ParameterSyntax Add(ParameterSyntax parameter, AttributeSyntax attribute)
    {
        var leading = parameter.GetLeadingTrivia();
        var list = MarkerSyntax.List(attribute).WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.Space);
        return parameter.WithLeadingTrivia().WithAttributeLists(parameter.AttributeLists.Insert(0, list));
    }
}
