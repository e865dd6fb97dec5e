using System;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>How the catalog names types: the metadata name, with a dot also before nested types.</summary>
internal static class CatalogName
{
    private const string Suffix = ".fearless.txt";

    public static bool IsCatalog(string path) => path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);

    public static string Of(INamedTypeSymbol type)
    {
        var name = new StringBuilder();
        Append(type, name);
        return name.ToString();
    }

    private static void Append(INamedTypeSymbol type, StringBuilder name)
    {
        if (type.ContainingType is { } outer)
        {
            Append(outer, name);
            name.Append('.');
        }
        else
        {
            Append(type.ContainingNamespace, name);
        }

        name.Append(type.MetadataName);
    }

    private static void Append(INamespaceSymbol? space, StringBuilder name)
    {
        if (space is not { IsGlobalNamespace: false })
            return;
        Append(space.ContainingNamespace, name);
        name.Append(space.Name).Append('.');
    }
}
