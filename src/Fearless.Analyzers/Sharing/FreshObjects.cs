using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Objects that were made by the code that accesses them.</summary>
internal static class FreshObjects
{
    /// <summary>The path leads through a local whose every value is made here.</summary>
    public static bool IsFresh(AccessPath path, VariableTable variables)
    {
        if (path.Variable is not ILocalSymbol local)
            return false;
        var values = variables.ValuesOf(local);
        if (values.Count == 0)
            return false;
        foreach (var value in values)
        {
            if (!IsMade(value))
                return false;
        }

        return true;
    }

    public static bool IsMade(IOperation? value) => value?.Unwrap() switch
    {
        IObjectCreationOperation or IArrayCreationOperation or IAnonymousObjectCreationOperation or ITypeParameterObjectCreationOperation
            or IWithOperation or ICollectionExpressionOperation or IDefaultValueOperation or ILiteralOperation => true,
        IInvocationOperation { TargetMethod.Name: "MemberwiseClone" or "Clone" or "ToList" or "ToArray" or "ToDictionary" or "ToHashSet" } => true,
        IConditionalOperation { WhenFalse: { } otherwise } choice => IsMade(choice.WhenTrue) && IsMade(otherwise),
        _ => false,
    };
}
