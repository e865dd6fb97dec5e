using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Expressions that make a new object each time they are evaluated.</summary>
internal static class FreshObject
{
    public static bool IsMadeBy(IOperation value) => value switch
    {
        IObjectCreationOperation or IArrayCreationOperation or IAnonymousObjectCreationOperation
            or ITypeParameterObjectCreationOperation or IWithOperation => true,
        IConversionOperation conversion => IsBoxing(conversion),
        IInvocationOperation call => IsCopy(call.TargetMethod),
        _ => false,
    };

    public static bool IsBoxing(IOperation value) =>
        value is IConversionOperation { OperatorMethod: null, Operand.Type.IsValueType: true, Type.IsReferenceType: true };

    // Snapshots that end up under a lock by mistake: lock (_items.ToArray()).
    private static bool IsCopy(IMethodSymbol method) => method.Name switch
    {
        "ToArray" or "ToList" or "ToDictionary" or "ToHashSet" => KnownTypes.Is(method.ContainingType, "Enumerable", "Linq", "System")
            || method.ContainingType is { ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } },
        "MemberwiseClone" => method.ContainingType?.SpecialType == SpecialType.System_Object,
        "Clone" => method.ContainingType?.SpecialType == SpecialType.System_Array,
        _ => false,
    };
}
