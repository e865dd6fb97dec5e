using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Sharing;

internal static class MemberShape
{
    /// <summary>Each thread has one of its own.</summary>
    public static bool IsPerThread(ISymbol member)
    {
        foreach (var data in member.GetAttributes())
        {
            if (data.AttributeClass?.Name == "ThreadStaticAttribute")
                return true;
        }

        return false;
    }

    /// <summary>Its fields lie over each other.</summary>
    public static bool IsUnion(INamedTypeSymbol type)
    {
        foreach (var data in type.GetAttributes())
        {
            if (data.AttributeClass?.Name == "StructLayoutAttribute" && data.Argument() is (int)System.Runtime.InteropServices.LayoutKind.Explicit)
                return true;
        }

        return false;
    }

    public static bool ImplementsInterface(IMethodSymbol method)
    {
        if (method.DeclaredAccessibility != Accessibility.Public || method.IsStatic || method.ContainingType is not { } type)
            return false;
        foreach (var contract in type.AllInterfaces)
        {
            foreach (var member in contract.GetMembers(method.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method))
                    return true;
            }

            if (method.AssociatedSymbol is not { } associated)
                continue;
            foreach (var member in contract.GetMembers(associated.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), associated))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The compiler stores its value.</summary>
    public static bool IsAutoProperty(IPropertySymbol property)
    {
        if (property.IsAbstract || property.IsExtern || property.IsIndexer || property.ContainingType is not { TypeKind: not TypeKind.Interface })
            return false;
        foreach (var reference in property.OriginalDefinition.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax())
            {
                case PropertyDeclarationSyntax { ExpressionBody: not null }:
                    return false;
                case PropertyDeclarationSyntax { AccessorList: { } accessors }:
                    foreach (var accessor in accessors.Accessors)
                    {
                        if (accessor.Body is not null || accessor.ExpressionBody is not null)
                            return false;
                    }

                    break;
            }
        }

        return true;
    }

    /// <summary>The type that contains all others around it: 'private' reaches to its end.</summary>
    public static INamedTypeSymbol Outermost(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer)
            type = outer;
        return type;
    }
}
