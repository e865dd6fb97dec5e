using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers;

/// <summary>Where the values that <see cref="AttributeArguments.Arguments"/> lists are written, in the same order.</summary>
internal static class AttributePlaces
{
    /// <summary>The value's own place, or the attribute where values and places cannot be matched.</summary>
    public static SyntaxNode Of(AttributeSyntax attribute, int ordinal, int count)
    {
        var places = new List<ExpressionSyntax>();
        foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals is null)
                Add(argument.Expression, places);
        }

        return places.Count == count && ordinal < count ? places[ordinal] : attribute;
    }

    private static void Add(ExpressionSyntax value, List<ExpressionSyntax> places)
    {
        switch (value)
        {
            case ArrayCreationExpressionSyntax { Initializer: { } elements }:
                places.AddRange(elements.Expressions);
                break;
            case ImplicitArrayCreationExpressionSyntax { Initializer: var elements }:
                places.AddRange(elements.Expressions);
                break;
            case CollectionExpressionSyntax collection:
                foreach (var element in collection.Elements)
                {
                    if (element is ExpressionElementSyntax { Expression: var expression })
                        places.Add(expression);
                }

                break;
            default:
                places.Add(value);
                break;
        }
    }
}
