using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// Happens-before edges other than start and join: whoever has waited sees what came before the signal. A channel is a signal as well:
/// the message carries everything before it was sent.
/// </summary>
internal static class Signals
{
    /// <summary>The object whose signal has been received once the operation is past.</summary>
    public static IOperation? WaitedBy(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "Wait" or "WaitOne" or "WaitAsync" or "SignalAndWait" or "Take" or "TryTake" or "Recv" or "TryRecv"
            or "RecvAsync" or "ReadAsync" or "TryRead" or "WaitToReadAsync" or "NotifiedAsync" or "GetConsumingEnumerable" or "RecvAllAsync"
            or "ReadAllAsync" or "TryDequeue" or "TryPop" or "Enter" or "WaitWhile" } call => call.Instance ?? FirstArgument(call),
        IInvocationOperation { TargetMethod: { Name: "Read" or "CompareExchange" or "Exchange", ContainingType.Name: "Volatile" or "Interlocked" } } call => FirstArgument(call),
        IPropertyReferenceOperation { Property: { Name: "Task", ContainingType.Name: "TaskCompletionSource" }, Instance: { } source } => source,
        _ => null,
    };

    /// <summary>The object that is signalled.</summary>
    public static IOperation? SignalledBy(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "Set" or "Signal" or "SignalAndWait" or "Release" or "SetResult" or "TrySetResult" or "SetException"
            or "TrySetException" or "SetCanceled" or "TrySetCanceled" or "Pulse" or "PulseAll" or "Send" or "TrySend" or "SendAsync" or "TryWrite"
            or "WriteAsync" or "Add" or "TryAdd" or "Enqueue" or "Push" or "CompleteAdding" or "Complete" or "TryComplete" or "NotifyOne" or "NotifyAll"
            or "NotifyWaiters" or "Cancel" or "Exit" } call => call.Instance ?? FirstArgument(call),
        IInvocationOperation { TargetMethod: { Name: "Write" or "CompareExchange" or "Exchange", ContainingType.Name: "Volatile" or "Interlocked" } } call => FirstArgument(call),
        _ => null,
    };

    private static IOperation? FirstArgument(IInvocationOperation call) => call.Arguments.Length > 0 ? call.Arguments[0].Value : null;
}
