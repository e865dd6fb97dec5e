using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>Which values are read and written in several steps. ECMA-335 I.12.6.6: only what fits a word is read and written whole.</summary>
internal static class TornValues
{
    // Structs of structs; deeper, nothing is claimed.
    private const int MaxDepth = 4;
    private const int Word = 8;

    /// <summary>64-bit values are torn on 32-bit targets only, and are left out.</summary>
    public static bool CanTear(ITypeSymbol? type) => type switch
    {
        ITypeParameterSymbol parameter => !parameter.HasReferenceTypeConstraint && !IsClassBound(parameter),
        { IsValueType: true } => SizeOf(type, 0) > Word,
        _ => false,
    };

    private static bool IsClassBound(ITypeParameterSymbol parameter)
    {
        foreach (var bound in parameter.ConstraintTypes)
        {
            if (bound.TypeKind == TypeKind.Class)
                return true;
        }

        return false;
    }

    /// <summary>At least so many bytes.</summary>
    private static int SizeOf(ITypeSymbol type, int depth)
    {
        // Not known here: it says that it is a reference, also where '?' takes it for a struct.
        if (type.TypeKind == TypeKind.Error)
            return 0;
        if (type.IsReferenceType || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
            return Word;
        if (type.TypeKind == TypeKind.Enum)
            return type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? SizeOf(underlying, depth) : 0;
        switch (type.SpecialType)
        {
            case SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte:
                return 1;
            case SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16:
                return 2;
            case SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single:
                return 4;
            case SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double or SpecialType.System_IntPtr or SpecialType.System_UIntPtr
                or SpecialType.System_DateTime:
                return Word;
            case SpecialType.System_Decimal:
                return 2 * Word;
        }

        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct } named || depth >= MaxDepth)
            return 0;
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return SizeOf(named.TypeArguments[0], depth + 1) + 4;

        // Reference assemblies leave out private fields: these are the common ones.
        if (named.Name is "Guid" or "DateTimeOffset" or "BigInteger" or "Memory" or "ReadOnlyMemory" or "ArraySegment" && named.ContainingNamespace.Name is "System" or "Numerics")
            return 2 * Word;
        return named.DeclaringSyntaxReferences.IsEmpty && !named.IsTupleType && named.Name != "KeyValuePair" ? 0 : SizeOfFields(named, depth);
    }

    private static int SizeOfFields(INamedTypeSymbol type, int depth)
    {
        ImmutableArray<ITypeSymbol> arguments = type is { Name: "KeyValuePair" } ? type.TypeArguments : [];
        var size = 0;
        foreach (var argument in arguments)
            size += SizeOf(argument, depth + 1);
        if (type.Name == "KeyValuePair")
            return size;
        foreach (var member in (type.TupleUnderlyingType ?? type).GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false, IsConst: false } field)
                size += SizeOf(field.Type, depth + 1);
        }

        return size;
    }
}
