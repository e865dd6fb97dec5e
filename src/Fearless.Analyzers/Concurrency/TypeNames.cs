using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>
/// Recognises types by name, outermost part last, without resolving them first: a compilation that uses none of them pays nothing,
/// and the markers count whichever assembly they come from.
/// </summary>
internal static class TypeNames
{
    public static bool Is(this ISymbol? type, string name, string namespaceName) =>
        type is not null && type.Name == name && type.ContainingNamespace.IsNamed(namespaceName);

    public static bool IsNamed(this INamespaceSymbol? space, string fullName)
    {
        var end = fullName.Length;
        while (space is { IsGlobalNamespace: false })
        {
            var name = space.Name;
            var start = end - name.Length;
            if (start < 0 || string.CompareOrdinal(fullName, start, name, 0, name.Length) != 0)
                return false;
            space = space.ContainingNamespace;
            if (start == 0)
                return space is { IsGlobalNamespace: true };
            if (fullName[start - 1] != '.')
                return false;
            end = start - 1;
        }

        return false;
    }

    /// <summary>The namespace, or one inside of it.</summary>
    public static bool IsIn(this INamespaceSymbol? space, string outermost)
    {
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.ContainingNamespace is { IsGlobalNamespace: true })
                return space.Name == outermost;
        }

        return false;
    }

    /// <summary><c>Namespace.Type</c>, outer types included; without type arguments.</summary>
    public static string FullName(this INamedTypeSymbol type)
    {
        var name = type.ContainingType is { } outer ? outer.FullName() + "." + type.Name : type.Name;
        return type.ContainingType is null && type.ContainingNamespace is { IsGlobalNamespace: false } space
            ? space.ToDisplayString() + "." + name
            : name;
    }

    /// <summary>The compilation is the one that the markers come from.</summary>
    public static bool DeclaresMarkers(this Compilation compilation) =>
        compilation.Assembly.GetTypeByMetadataName("Fearless.SendAttribute") is not null;

    public static bool HasMarker(this ISymbol symbol, string attribute) => symbol.Marker(attribute) is not null;

    public static AttributeData? Marker(this ISymbol symbol, string attribute)
    {
        foreach (var data in symbol.GetAttributes())
        {
            if (data.AttributeClass.Is(attribute, "Fearless"))
                return data;
        }

        return null;
    }
}
