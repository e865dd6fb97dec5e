using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>
/// The only reader of what attributes were given. Roslyn throws where one value is asked of an array, and hands out an array that cannot be
/// walked for <c>null</c>: so each argument is read by its kind.
/// </summary>
internal static class AttributeArguments
{
    /// <summary>One value: a constant, the number of an enumeration, or a type. Null: not given, null, or an array.</summary>
    public static object? Argument(this AttributeData data, int ordinal = 0) =>
        ordinal < data.ConstructorArguments.Length ? One(data.ConstructorArguments[ordinal]) : null;

    /// <summary>The value of <c>name = value</c>.</summary>
    public static object? Argument(this AttributeData data, string name)
    {
        foreach (var argument in data.NamedArguments)
        {
            if (argument.Key == name)
                return One(argument.Value);
        }

        return null;
    }

    /// <summary>All values in their order, those of arrays one by one; <c>null</c> stands for itself.</summary>
    public static IReadOnlyList<object?> Arguments(this AttributeData data)
    {
        var all = new List<object?>();
        foreach (var argument in data.ConstructorArguments)
            AddAll(argument, all);
        return all;
    }

    private static void AddAll(TypedConstant argument, List<object?> all)
    {
        if (argument.Kind != TypedConstantKind.Array || argument.IsNull)
        {
            all.Add(One(argument));
            return;
        }

        foreach (var value in argument.Values)
            AddAll(value, all);
    }

    private static object? One(TypedConstant argument) =>
        argument.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum or TypedConstantKind.Type ? argument.Value : null;
}
