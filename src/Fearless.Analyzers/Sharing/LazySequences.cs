using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>LINQ operators that do nothing before somebody enumerates what they return.</summary>
internal static class LazySequences
{
    /// <summary>The sequence is not consumed by the expression that it stands in.</summary>
    public static bool IsLazySequence(this IInvocationOperation call)
    {
        for (var current = call; ;)
        {
            if (!IsLazy(current.TargetMethod.Name))
                return false;
            switch (current.UsedBy())
            {
                case IArgumentOperation { Parent: IInvocationOperation next, Parameter.Ordinal: 0 } when next.TargetMethod.ContainingType?.Name == "Enumerable":
                    current = next;
                    break;
                case IReturnOperation or IVariableInitializerOperation or ISimpleAssignmentOperation:
                    return true;
                default:
                    return false;
            }
        }
    }

    private static bool IsLazy(string name) => name is "Select" or "SelectMany" or "Where" or "Skip" or "Take" or "SkipWhile" or "TakeWhile" or "Concat"
        or "Distinct" or "DistinctBy" or "Union" or "Except" or "Intersect" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Order"
        or "OrderDescending" or "Reverse" or "Cast" or "OfType" or "Zip" or "GroupBy" or "Join" or "Append" or "Prepend" or "AsEnumerable" or "DefaultIfEmpty"
        or "Chunk";
}
