using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>The objects through which started work is joined, and the operations that join it.</summary>
internal static class Handles
{
    /// <summary>The type is a handle, or holds some (an array, a list, a tuple of tasks).</summary>
    public static bool Mentions(ITypeSymbol? type, int depth = 3)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return Mentions(array.ElementType, depth);
            case INamedTypeSymbol named:
                if (IsHandle(named))
                    return true;
                if (depth == 0)
                    return false;
                foreach (var argument in named.TypeArguments)
                {
                    if (Mentions(argument, depth - 1))
                        return true;
                }

                return false;
            default:
                return false;
        }
    }

    /// <summary>The expression whose work has ended once the operation is past; null: it joins nothing.</summary>
    public static IOperation? JoinedBy(IOperation operation)
    {
        switch (operation)
        {
            case IAwaitOperation await:
                return IsAny(await.Operation) ? null : await.Operation;
            case IInvocationOperation call:
                return JoinedBy(call);
            case IPropertyReferenceOperation { Instance: { } instance } property when property.Property.Name is "Result" or "Status" || IsOutcome(property):
                return Mentions(instance.Type, 0) && !IsCondition(property) ? instance : null;
            default:
                return null;
        }
    }

    /// <summary>A condition that says whether the work has ended: the handle, if this outcome says so.</summary>
    public static IOperation? JoinedWhen(IPropertyReferenceOperation condition, bool outcome) =>
        IsOutcome(condition) && outcome == (condition.Property.Name != "IsAlive") && condition.Instance is { } instance && Mentions(instance.Type, 0) ? instance : null;

    private static bool IsOutcome(IPropertyReferenceOperation property) =>
        property.Property.Name is "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "IsAlive" or "IsFinished";

    /// <summary>All that a block of the flow graph branches on: which way it goes says more than that it was asked.</summary>
    private static bool IsCondition(IPropertyReferenceOperation property)
    {
        var parent = property.Parent;
        while (parent is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } or IParenthesizedOperation)
            parent = parent.Parent;
        return parent is null && IsOutcome(property);
    }

    /// <summary>The task itself, of <c>task.ConfigureAwait(false)</c> or <c>task.WaitAsync(token)</c>.</summary>
    public static IOperation Configured(IOperation handle)
    {
        handle = handle.Unwrap();
        while (handle is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WaitAsync", Instance: { } task } && Mentions(task.Type, 0))
            handle = task.Unwrap();
        return handle;
    }

    private static IOperation? JoinedBy(IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "Join" or "JoinResult" or "JoinPanic" or "TryJoin" or "Wait" or "GetAwaiter" or "AsTask" or "RunSynchronously":
                return call.Instance is { } instance && Mentions(instance.Type, 0) ? instance : null;
            case "WaitAll":
                return call.TargetMethod.IsStatic && call.Arguments.Length > 0 && Mentions(call.Arguments[0].Value.Type) ? call.Arguments[0].Value : null;
            case "Dispose" or "DisposeAsync" or "Stop" or "Change" or "Unregister" or "Cancel":
                return call.Instance is { } disposed && Mentions(disposed.Type, 0) ? disposed : null;
            default:
                return null;
        }
    }

    private static bool IsAny(IOperation awaited) =>
        awaited is IInvocationOperation { TargetMethod: { Name: "WhenAny", ContainingType.Name: "Task" } };

    private static bool IsHandle(INamedTypeSymbol type) => type.Name switch
    {
        "Thread" or "Timer" or "CancellationTokenRegistration" or "RegisteredWaitHandle" =>
            type.ContainingNamespace.IsNamed("System.Threading") || type.ContainingNamespace.IsNamed("System.Timers"),
        "Task" or "ValueTask" => type.ContainingNamespace.IsNamed("System.Threading.Tasks"),
        "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" or "TaskAwaiter" or "ValueTaskAwaiter" => true,
        "JoinHandle" => type.ContainingNamespace.IsNamed("Fearless"),
        "ActionBlock" or "TransformBlock" or "TransformManyBlock" => type.ContainingNamespace.IsNamed("System.Threading.Tasks.Dataflow"),
        "JoinSet" => type.ContainingNamespace.IsNamed("Fearless.Async"),
        _ => false,
    };
}
