using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>One use of a concurrent collection that a field holds: a call, or its indexer.</summary>
internal sealed class ConcurrentCall(StorageAccess access, IOperation operation, string name, IOperation? key)
{
    public StorageAccess Access { get; } = access;

    public IOperation Operation { get; } = operation;

    /// <summary>The member that is called; <c>get</c>, <c>set</c> and <c>update</c> for the indexer.</summary>
    public string Name { get; } = name;

    public IOperation? Key { get; } = key;

    public bool IsUnused => Operation.Parent is IExpressionStatementOperation
        || (Operation.Parent is ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation });

    public static List<ConcurrentCall> Of(TypeFacts facts, ISymbol member)
    {
        var calls = new List<ConcurrentCall>();
        var seen = new HashSet<(SyntaxNode, ThreadContext)>();
        foreach (var access in facts.AccessesTo(member))
        {
            if (!access.IsWrite && seen.Add((access.Syntax, access.Context)) && Of(access) is { } call)
                calls.Add(call);
        }

        return calls;
    }

    public bool IsSameKey(ConcurrentCall other) =>
        Key is { } mine && other.Key is { } theirs && mine.Syntax.IsEquivalentTo(theirs.Syntax, topLevel: false);

    /// <summary>Both of one object, in one run of one body, the first before the second.</summary>
    public bool IsBefore(ConcurrentCall other) =>
        Access.Body == other.Access.Body && Access.Context == other.Access.Context && Access.Path.Equals(other.Access.Path)
        && Operation.Syntax.SpanStart < other.Operation.Syntax.SpanStart;

    private static ConcurrentCall? Of(StorageAccess access)
    {
        switch (access.Reference.UsedBy())
        {
            case IInvocationOperation call when call.Instance?.Unwrap() == access.Reference:
                return new ConcurrentCall(access, call, call.TargetMethod.Name, KeyOf(call));
            case IPropertyReferenceOperation { Property.IsIndexer: true, Arguments.Length: 1 } element:
                var name = element.UsedBy() switch
                {
                    ISimpleAssignmentOperation assignment when assignment.Target == element => "set",
                    IAssignmentOperation assignment when assignment.Target == element => "update",
                    IIncrementOrDecrementOperation => "update",
                    _ => "get",
                };
                return new ConcurrentCall(access, name == "get" ? element : element.UsedBy()!, name, element.Arguments[0].Value);
            case IPropertyReferenceOperation property when property.Instance?.Unwrap() == access.Reference:
                return new ConcurrentCall(access, property, property.Property.Name, null);
            default:
                return null;
        }
    }

    private static IOperation? KeyOf(IInvocationOperation call) => call.ArgumentFor(0)?.Value;
}
