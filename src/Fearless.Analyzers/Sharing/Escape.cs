using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>How the object behind a reference gets out of the member that uses it.</summary>
internal static class Escape
{
    public const string Itself = "is returned itself";

    /// <summary>In words; null: it stays inside, or a copy goes out.</summary>
    public static string? Of(IOperation reference)
    {
        switch (reference.UsedBy())
        {
            case IReturnOperation:
                return Itself;

            // A view of the same data.
            case IPropertyReferenceOperation { Property.Name: "Keys" or "Values", Instance: { } instance } view
                when instance.Unwrap() == reference && IsView(instance.Type?.Name) && view.UsedBy() is IReturnOperation:
                return $"is returned as its live '{view.Property.Name}'";
            case IInvocationOperation { TargetMethod.Name: "AsReadOnly" or "GetEnumerator", Instance: { } instance } call
                when instance.Unwrap() == reference && call.UsedBy() is IReturnOperation:
                return call.TargetMethod.Name == "AsReadOnly" ? "is returned as a live view" : "is enumerated by the caller";

            // A query does nothing before somebody enumerates it.
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" } query, Parameter.Ordinal: 0 }
                when query.IsLazySequence() && EndsInReturn(query):
                return "is returned as a query that is evaluated later";
            default:
                return null;
        }
    }

    private static bool IsView(string? type) => type is "Dictionary" or "SortedDictionary" or "SortedList" or "OrderedDictionary" or "IDictionary";

    private static bool EndsInReturn(IOperation query)
    {
        while (query.UsedBy() is IArgumentOperation { Parent: IInvocationOperation next })
            query = next;
        return query.UsedBy() is IReturnOperation;
    }
}
