using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Sharing;

internal static class MemberShape
{
    /// <summary>Each thread has one of its own.</summary>
    public static bool IsPerThread(ISymbol member)
    {
        // [field: ThreadStatic]
        if (member is IPropertySymbol { IsStatic: true } property)
        {
            foreach (var other in property.ContainingType.GetMembers())
            {
                if (other is IFieldSymbol { IsStatic: true, AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property))
                    return IsPerThread(other);
            }

            return false;
        }

        foreach (var data in member.GetAttributes())
        {
            if (data.AttributeClass?.Name == "ThreadStaticAttribute")
                return true;
        }

        return false;
    }

    /// <summary>Another field of the struct lies over this one.</summary>
    public static bool IsOverlaid(IFieldSymbol field)
    {
        if (OffsetOf(field) is not { } offset)
            return false;
        foreach (var member in field.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false } other && !SymbolEqualityComparer.Default.Equals(other, field.OriginalDefinition) && OffsetOf(other) is { } its
                && its < offset + SizeOf(field.Type) && offset < its + SizeOf(other.Type))
            {
                return true;
            }
        }

        return false;
    }

    private static int? OffsetOf(IFieldSymbol field)
    {
        foreach (var data in field.GetAttributes())
        {
            if (data.AttributeClass?.Name == "FieldOffsetAttribute" && data.Argument() is int offset)
                return offset;
        }

        return null;
    }

    private static int SizeOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte => 1,
        SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char => 2,
        SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single => 4,
        _ => 8,
    };

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
