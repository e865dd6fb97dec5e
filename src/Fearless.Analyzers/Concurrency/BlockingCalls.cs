using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Calls that wait for other code: for a thread, a task, an event, a message, a callback (MODEL section 3, "Waiting").</summary>
internal static class BlockingCalls
{
    private const string Threading = "System.Threading";

    // What a person who waits for a program calls short.
    private const int BriefMilliseconds = 5000;

    /// <summary>What it waits for, as a message says it; null: it does not wait, or only for a moment.</summary>
    public static string? Describe(IOperation operation) => operation switch
    {
        IInvocationOperation call => Describe(call),
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: var type } } when IsTask(type) => "waits for a task",
        _ => null,
    };

    private static string? Describe(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        if (type is null || HasNoPatience(call))
            return null;
        switch (type.Name)
        {
            case "Thread" when type.ContainingNamespace.IsNamed(Threading):
                return method.Name switch
                {
                    "Join" => "waits for a thread to end",
                    "Sleep" => "sleeps",
                    _ => null,
                };
            case "Task" when IsTask(type):
                return method.Name is "Wait" or "WaitAll" or "WaitAny" ? "waits for a task" : null;
            case "TaskAwaiter" or "ValueTaskAwaiter" or "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter":
                return method.Name == "GetResult" && IsWrittenGetResult(call) ? "waits for a task" : null;
            case "WaitHandle" when type.ContainingNamespace.IsNamed(Threading):
                return method.Name switch
                {
                    "WaitOne" when call.Instance?.Type?.Name is "Mutex" or "Semaphore" => null,
                    "WaitOne" or "WaitAll" or "WaitAny" or "SignalAndWait" => "waits for an event",
                    _ => null,
                };
            case "ManualResetEventSlim" or "CountdownEvent" when type.ContainingNamespace.IsNamed(Threading):
                return method.Name == "Wait" ? "waits for an event" : null;
            case "Barrier" when type.ContainingNamespace.IsNamed(Threading):
                return method.Name == "SignalAndWait" ? "waits for other threads" : null;
            case "SynchronizationContext":
                return method.Name == "Send" ? "waits for another thread to run a callback" : null;
            case "Dispatcher" or "Control":
                return method.Name == "Invoke" ? "waits for another thread to run a callback" : null;
            case "Timer" when type.ContainingNamespace.IsNamed(Threading):
                return method is { Name: "Dispose", Parameters.Length: 1 } ? "waits for the timer's callbacks" : null;
            case "CancellationTokenRegistration":
                return method.Name == "Dispose" ? "waits for a callback that is running" : null;
            case "BlockingCollection":
                return method.Name switch
                {
                    "Take" => "waits for an element",
                    "Add" when IsBounded(call.Instance) => "waits for room if the collection is full",
                    _ => null,
                };
            case "Process":
                return method.Name == "WaitForExit" ? "waits for a process to end" : null;
            default:
                return type.ContainingNamespace.IsNamed("Fearless") ? DescribeOwn(call) : null;
        }
    }

    private static string? DescribeOwn(IInvocationOperation call) => (call.TargetMethod.ContainingType.Name, call.TargetMethod.Name) switch
    {
        ("JoinHandle" or "ScopedJoinHandle", "Join" or "JoinResult") => "waits for a thread to end",
        ("Receiver" or "MultiReceiver", "Recv" or "RecvTimeout") => "waits for a message",
        ("SyncSender", "Send") => "waits for room in the channel",
        _ => null,
    };

    public static bool IsTask(INamedTypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask" } && type.ContainingNamespace.IsNamed("System.Threading.Tasks");

    /// <summary><c>await</c> is not written with GetResult in the graph, but guard against what is not there in the source.</summary>
    private static bool IsWrittenGetResult(IInvocationOperation call) => !call.IsImplicit;

    /// <summary><c>Join(1000)</c>, <c>Wait(TimeSpan.FromSeconds(2))</c>: a pause, however long, and not a wait for ever.</summary>
    public static bool HasLimit(IOperation operation)
    {
        if (operation is not IInvocationOperation call)
            return false;
        foreach (var argument in call.Arguments)
        {
            var value = argument.Value.Unwrap();
            if (argument.Parameter?.Type is not ({ SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } or { Name: "TimeSpan" }))
                continue;
            return value is not (IFieldReferenceOperation { Field.Name: "Infinite" or "InfiniteTimeSpan" } or { ConstantValue: { HasValue: true, Value: -1 or -1L } });
        }

        return false;
    }

    /// <summary>It goes on after a few seconds at most. Not a sleep, which takes so long whatever comes.</summary>
    public static bool IsBrief(IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod.Name: not "Sleep" } call)
            return false;
        foreach (var argument in call.Arguments)
        {
            switch (argument.Value.Unwrap())
            {
                case { ConstantValue: { HasValue: true, Value: int and > 0 and <= BriefMilliseconds } }:
                case IInvocationOperation { TargetMethod: { Name: "FromSeconds", ContainingType.Name: "TimeSpan" }, Arguments: { Length: > 0 } seconds } when IsAtMost(seconds[0].Value, BriefMilliseconds / 1000):
                case IInvocationOperation { TargetMethod: { Name: "FromMilliseconds", ContainingType.Name: "TimeSpan" }, Arguments: { Length: > 0 } milliseconds } when IsAtMost(milliseconds[0].Value, BriefMilliseconds):
                    return true;
            }
        }

        return false;
    }

    private static bool IsAtMost(IOperation value, int limit) => value.Unwrap().ConstantValue is { HasValue: true, Value: { } constant } && constant switch
    {
        int number => number <= limit,
        long number => number <= limit,
        double number => number <= limit,
        _ => false,
    };

    // Sleep(0), Wait(0), Join(0): only a look.
    private static bool HasNoPatience(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.ConstantValue is { HasValue: true, Value: 0 or 1 or 0L or 1L } && argument.Parameter?.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64)
                return true;
            if (argument.Value.Unwrap() is IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } })
                return true;
        }

        return false;
    }

    /// <summary>A bounded collection was made wherever it is stored.</summary>
    private static bool IsBounded(IOperation? collection)
    {
        var storage = collection?.Unwrap() switch
        {
            IFieldReferenceOperation field => (ISymbol)field.Field,
            IPropertyReferenceOperation property => property.Property,
            ILocalReferenceOperation local => local.Local,
            _ => null,
        };
        if (storage is null || LockCreation.Of(storage.OriginalDefinition) is not { } creations)
            return false;
        foreach (var arguments in creations)
        {
            var isBounded = false;
            foreach (var argument in arguments?.Arguments ?? default)
                isBounded |= argument.Expression is Microsoft.CodeAnalysis.CSharp.Syntax.LiteralExpressionSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.IdentifierNameSyntax;
            if (!isBounded)
                return false;
        }

        return true;
    }
}
