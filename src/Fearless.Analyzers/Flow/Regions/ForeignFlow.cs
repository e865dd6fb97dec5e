using System;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// What a member whose body is not in sight does with what it is given, by its signature and its name: a container keeps what it takes as its
/// type parameter and gives it back as that; a copy leads only to the elements.
/// </summary>
internal readonly struct ForeignFlow(IMethodSymbol method, ITypeSymbol? resultType)
{
    /// <summary>Of a stranger's method nothing is claimed; an object may keep whatever it is made with.</summary>
    public bool IsKnown => method.MethodKind == MethodKind.Constructor || method.ContainingNamespace.IsIn("System") || method.ContainingNamespace.IsIn("Fearless");

    /// <summary>The result leads to nothing that it was made from.</summary>
    public bool IsFresh => IsTaking(method.Name) || IsThreadOwned;

    /// <summary>The result is one of the things in it.</summary>
    public bool IsElement => method.OriginalDefinition.ReturnType is ITypeParameterSymbol && method.MethodKind != MethodKind.Constructor;

    /// <summary>The result is made of the same elements.</summary>
    public bool IsCopy => IsCollection(resultType) && (method.MethodKind == MethodKind.Constructor || method.Name.StartsWith("To", StringComparison.Ordinal)
        || method.Name is "Clone" or "GetRange" or "AsEnumerable" or "Concat" or "CreateRange" or "Create");

    public bool Exchanges => method.Name is "Exchange" or "CompareExchange" && method.ContainingType.Is("Interlocked", "System.Threading");

    public bool IsCertain => method.Name == "Exchange";

    /// <summary>Each thread gets an object of its own.</summary>
    public bool IsThreadOwned => method.Name == "Get" && method.ContainingType.Is("LocalKey", "Fearless");

    public static bool ReturnsMoved(IMethodSymbol method)
    {
        foreach (var data in method.GetReturnTypeAttributes())
        {
            if (data.AttributeClass.Is("MovedAttribute", "Fearless"))
                return true;
        }

        return false;
    }

    /// <summary>What comes out through the parameter stays in the container.</summary>
    public bool IsPart(IParameterSymbol parameter) => !IsTaking(method.Name) && !parameter.OriginalDefinition.HasMarker("MovedAttribute");

    /// <summary>The object goes on leading to what it is given.</summary>
    public bool Keeps(IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None || IsQuestion(method.Name) || method.IsStatic)
            return false;
        var type = parameter.OriginalDefinition.Type;
        return IsOwnParameter(type) || IsSequence(parameter)
            || (type.SpecialType == SpecialType.System_Object && method.ContainingType.ContainingNamespace.IsNamed("System.Collections"));
    }

    /// <summary>It takes the elements, not the sequence.</summary>
    public bool IsSequence(IParameterSymbol parameter) => parameter.OriginalDefinition.Type switch
    {
        IArrayTypeSymbol { ElementType: var element } => IsOwnParameter(element),
        INamedTypeSymbol { TypeArguments: { Length: 1 } arguments, TypeKind: TypeKind.Interface } => IsOwnParameter(arguments[0]),
        _ => false,
    };

    private static bool IsOwnParameter(ITypeSymbol type) => type is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Type };

    private static bool IsCollection(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } arguments })
            type = arguments[0];
        return type is IArrayTypeSymbol || (type is not null && (type.ContainingNamespace.IsNamed("System.Collections.Generic") || type.ContainingNamespace.IsNamed("System.Collections.Concurrent")
            || type.ContainingNamespace.IsNamed("System.Collections.Immutable") || type.SpecialType == SpecialType.System_Object));
    }

    private static bool IsTaking(string name) => name is "Dequeue" or "Pop" or "Take" or "TryDequeue" or "TryPop" or "TryTake" or "TryRemove" or "Remove" or "TryRead" or "Rent"
        or "Receive" or "TryReceive" or "ReadAsync" or "ReadAllAsync" or "GetConsumingEnumerable";

    private static bool IsQuestion(string name) => name.StartsWith("Contains", StringComparison.Ordinal) || name.StartsWith("Remove", StringComparison.Ordinal)
        || name.StartsWith("IndexOf", StringComparison.Ordinal) || name.StartsWith("LastIndexOf", StringComparison.Ordinal) || name.StartsWith("TryGet", StringComparison.Ordinal)
        || name.StartsWith("Compare", StringComparison.Ordinal) || name.StartsWith("Get", StringComparison.Ordinal) || name.StartsWith("Return", StringComparison.Ordinal)
        || name is "BinarySearch" or "CopyTo" or "Equals" or "Overlaps" or "SetEquals" or "IsSubsetOf" or "IsSupersetOf" or "TryRemove" or "Exists" or "Find";
}
