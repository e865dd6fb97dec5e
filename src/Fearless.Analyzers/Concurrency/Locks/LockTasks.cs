using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Locks that are taken asynchronously: the call gives a task, and only its result is the lock.</summary>
internal static class LockTasks
{
    public static bool IsAwaitable(IInvocationOperation call) =>
        call.TargetMethod.Name.EndsWith("Async", System.StringComparison.Ordinal)
        || (call.Type is INamedTypeSymbol { Name: "Task" or "ValueTask" } type && type.ContainingNamespace.IsNamed("System.Threading.Tasks"));

    /// <summary>The task that this call only passes on, in another form or with another way to await it; null: it does something of its own.</summary>
    public static IOperation? Inner(IInvocationOperation call) => call switch
    {
        { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Preserve" or "GetAwaiter" or "GetResult", Instance: { } task } => task,
        { TargetMethod.Name: "WaitAsync", Instance: { Type.Name: "Task" } task } => task,
        _ => null,
    };

    /// <summary>The call that made the task.</summary>
    public static IInvocationOperation? CallOf(IOperation? task)
    {
        var call = task?.Unwrap() as IInvocationOperation;
        while (call is not null && Inner(call) is { } inner)
            call = inner.Unwrap() as IInvocationOperation;
        return call is not null && IsAwaitable(call) ? call : null;
    }
}
