using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Program;

/// <summary>What becomes of the value of a call: whether the caller goes on only when the callee has ended.</summary>
internal static class CallUse
{
    /// <summary>Of an asynchronous callee: its task is awaited, waited for, or given to the caller's caller, who does so.</summary>
    public static bool IsWaitedFor(IOperation? call)
    {
        // Work that is a method of some type: the method is all that it does.
        if (call is null)
            return true;
        var user = call.UsedBy();
        while (user is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "GetAwaiter" or "WaitAsync" } or IArgumentOperation or IConditionalAccessOperation)
            user = user.UsedBy();
        return user is IAwaitOperation or IPropertyReferenceOperation { Property.Name: "Result" } or IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult" }
            || ReturnedTask.IsReturned(call.Syntax);
    }

    /// <summary>Of an iterator: somebody asks for its elements at once.</summary>
    public static bool IsConsumed(IOperation? call) =>
        call?.UsedBy() is IInvocationOperation { TargetMethod.Name: "GetEnumerator" } or IArgumentOperation { Parent: IInvocationOperation } or IForEachLoopOperation;
}
