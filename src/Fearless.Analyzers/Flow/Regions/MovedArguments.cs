using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Which arguments are gone when the call has returned.</summary>
internal static class MovedArguments
{
    /// <summary><c>[Moved]</c>; and what goes back to a pool may be handed to anybody at once.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="result">What the call must return for it; null: it is gone whatever the call returns.</param>
    public static bool IsMoved(IArgumentOperation argument, out object? result)
    {
        result = null;
        return argument.Parameter is { RefKind: not RefKind.Out } parameter && (IsMarked(parameter) || IsReturned(parameter) || IsMovedWhen(parameter, out result));
    }

    private static bool IsMovedWhen(IParameterSymbol parameter, out object? result)
    {
        result = null;
        if (parameter.ContainingSymbol.ContainingNamespace.IsIn("System") || parameter.OriginalDefinition.Marker("MovedWhenAttribute") is not { ConstructorArguments: { Length: 1 } arguments })
            return false;
        result = arguments[0].Value;
        return true;
    }

    /// <summary>The framework's own parameters carry no markers: they are not even asked.</summary>
    public static bool IsMarked(IParameterSymbol parameter) =>
        !parameter.ContainingSymbol.ContainingNamespace.IsIn("System") && parameter.OriginalDefinition.HasMarker("MovedAttribute");

    private static bool IsReturned(IParameterSymbol parameter) =>
        parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { Name: "Return", ContainingType: { } pool } }
        && (pool.Is("ArrayPool", "System.Buffers") || pool.Is("ObjectPool", "Microsoft.Extensions.ObjectPool"));
}
