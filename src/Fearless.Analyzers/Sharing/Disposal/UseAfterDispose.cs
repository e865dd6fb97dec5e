using System.Collections.Generic;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Whether a use of an object fails when the object has been disposed.</summary>
internal sealed class UseAfterDispose(MethodSummaries summaries)
{
    private const int MaxDepth = 3;

    public bool Fails(IOperation use) => Fails(use, 0);

    /// <param name="use">A call on the object, or one of its properties.</param>
    /// <param name="depth">How many bodies lie between the question and this use: types may hold and dispose each other, or a next one of their own.</param>
    private bool Fails(IOperation use, int depth) => use switch
    {
        IInvocationOperation call => Fails(call, depth),
        IPropertyReferenceOperation property => Fails(property, depth),
        _ => false,
    };

    private bool Fails(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (MemberCall.IsDisposal(call) || method.Name is "Dispose" or "ToString" or "Equals" or "GetHashCode" or "GetType" || method.ContainingType.SpecialType == SpecialType.System_Object)
            return false;
        if (method.IsExtensionMethod || method.ContainingType is not { } type)
            return !IsUnblockedByDisposal(method.Name);
        if (!method.DeclaringSyntaxReferences.IsEmpty && !method.IsAbstract)
            return Refuses(method, depth);
        if (type.ContainingNamespace.IsNamed("System.Threading"))
        {
            return type.Name switch
            {
                // A token source is cancelled, then disposed, and whoever has its token finds that out.
                "CancellationTokenSource" => method.Name is "Cancel" or "CancelAsync" or "CancelAfter",
                // It says that there is no next tick: that is how its loop is ended.
                "PeriodicTimer" => false,
                "Timer" or "Thread" or "CancellationTokenRegistration" or "RegisteredWaitHandle" => false,
                _ => true,
            };
        }

        return type.Name is not ("Task" or "ValueTask" or "MemoryStream" or "DataTable" or "DataSet" or "StringWriter" or "StringReader" or "HttpResponseMessage" or "Lazy")
            && !IsUnblockedByDisposal(method.Name);
    }

    private bool Fails(IPropertyReferenceOperation property, int depth)
    {
        var isSet = property.UsedBy() is IAssignmentOperation assignment && assignment.Target == property;
        if (!property.Property.DeclaringSyntaxReferences.IsEmpty && !property.Property.IsAbstract)
            return (isSet ? property.Property.SetMethod : property.Property.GetMethod) is { } accessor && Refuses(accessor, depth);
        if (!isSet || property.Property.ContainingType is not { } type)
            return false;

        // Switching something off that is gone is no failure.
        var value = ((IAssignmentOperation)property.UsedBy()!).Value.ConstantValue;
        return !(value is { HasValue: true, Value: false }) && (type.Name == "PeriodicTimer" || !type.ContainingNamespace.IsNamed("System.Threading"));
    }

    /// <summary>Closing a connection is how one wakes the thread that waits for its next message.</summary>
    private static bool IsUnblockedByDisposal(string name)
    {
        foreach (var start in (string[])["Read", "Receive", "Accept", "GetContext", "WaitForConnection", "BeginRead", "BeginReceive", "BeginAccept", "EndRead", "EndReceive", "EndAccept", "TryRead", "MoveNext"])
        {
            if (name.StartsWith(start, System.StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>The method of a type in source says itself that it does not go on after the disposal.</summary>
    private bool Refuses(IMethodSymbol method, int depth)
    {
        if (depth == MaxDepth || summaries.Of(method, CancellationToken.None) is not { } body)
            return false;
        foreach (var operation in body.Body.Descendants())
        {
            switch (operation)
            {
                case IObjectCreationOperation { Type.Name: "ObjectDisposedException" } creation when creation.UsedBy() is IThrowOperation or IExpressionStatementOperation:
                case IInvocationOperation { TargetMethod: { Name: "ThrowIf", ContainingType.Name: "ObjectDisposedException" } }:
                    return true;
                case IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } callee, Instance: null or IInstanceReferenceOperation } when Refuses(callee, depth + 1):
                    return true;
                case IFieldReferenceOperation { Instance: IInstanceReferenceOperation, Field: { } field } when IsDisposedByItsType(field, depth) && MemberCall.On(operation) is { } use
                    && !MemberCall.IsDisposal(use) && Fails(use, depth + 1):
                    return true;
            }
        }

        return false;
    }

    /// <summary>The object is gone when the one that holds it has been disposed.</summary>
    private bool IsDisposedByItsType(IFieldSymbol field, int depth)
    {
        foreach (var member in field.ContainingType.GetMembers("Dispose"))
        {
            if (depth >= MaxDepth || member is not IMethodSymbol method || summaries.Of(method, CancellationToken.None) is not { } body)
                continue;
            foreach (var operation in body.Body.Descendants())
            {
                if (operation is IFieldReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Field, field) && MemberCall.IsDisposal(MemberCall.On(reference)))
                    return true;
            }
        }

        return false;
    }
}
