using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Changes of plain collections, judged by the names that all of them share.</summary>
internal static class ChangedValues
{
    /// <summary>The reference is changed right here.</summary>
    public static bool IsChange(IOperation reference) => reference.UsedBy() switch
    {
        IInvocationOperation call => call.Instance?.Unwrap() == reference && IsPlainCollection(reference.Type) && IsChange(call.TargetMethod.Name),
        IPropertyReferenceOperation { Property.IsIndexer: true } element => element.Instance?.Unwrap() == reference && IsPlainCollection(reference.Type) && IsTarget(element),
        _ => false,
    };

    public static bool IsPlainCollection(ITypeSymbol? type) => type is INamedTypeSymbol && type.ContainingNamespace.IsNamed("System.Collections.Generic")
        && type.Name is "List" or "Dictionary" or "HashSet" or "Queue" or "Stack" or "SortedDictionary" or "SortedList" or "SortedSet" or "LinkedList"
            or "PriorityQueue" or "IList" or "ICollection" or "IDictionary" or "ISet";

    private static bool IsTarget(IOperation element) => element.UsedBy() switch
    {
        IAssignmentOperation assignment => assignment.Target == element,
        IIncrementOrDecrementOperation => true,
        _ => false,
    };

    private static bool IsChange(string name) => name is "Add" or "AddRange" or "AddFirst" or "AddLast" or "AddAfter" or "AddBefore" or "Insert" or "InsertRange"
        or "Remove" or "RemoveAt" or "RemoveAll" or "RemoveRange" or "RemoveWhere" or "RemoveFirst" or "RemoveLast" or "Clear" or "Sort" or "Reverse"
        or "Enqueue" or "Dequeue" or "TryDequeue" or "Push" or "Pop" or "TryPop" or "TryAdd" or "UnionWith" or "ExceptWith" or "IntersectWith" or "EnqueueDequeue";
}
