using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

internal enum Resumption
{
    /// <summary>It does not wait at all.</summary>
    AtOnce,

    /// <summary>On the context that it left: its thread, if that has one of its own.</summary>
    OnContext,

    /// <summary>On any thread of the pool.</summary>
    Anywhere,

    /// <summary>An awaitable of somebody's own, which may be made to change threads.</summary>
    Unknown,
}

/// <summary>Where the code after an await runs.</summary>
internal static class Resumptions
{
    public static Resumption Of(IAwaitOperation await, FlowCaptures? captures)
    {
        var awaited = await.Operation.Unwrap();
        if (awaited is IPropertyReferenceOperation { Property: { Name: "CompletedTask", IsStatic: true } })
            return Resumption.AtOnce;
        return awaited.Type?.Name switch
        {
            "Task" or "ValueTask" or "YieldAwaitable" => Resumption.OnContext,
            "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" => KeepsContext(awaited, captures, 6) ? Resumption.OnContext : Resumption.Anywhere,
            _ => Resumption.Unknown,
        };
    }

    /// <summary><c>ConfigureAwait(true)</c>, wherever it stands: an <c>await foreach</c> awaits what its sequence was told.</summary>
    private static bool KeepsContext(IOperation? awaited, FlowCaptures? captures, int depth)
    {
        if (depth == 0)
            return false;
        switch (awaited?.Unwrap())
        {
            case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } call:
                var option = call.Arguments.Length > 0 ? call.Arguments[call.Arguments.Length - 1].Value.ConstantValue : default;
                return !option.HasValue || option.Value is true || (option.Value is int flags && (flags & 1) != 0);
            case IInvocationOperation call:
                return KeepsContext(call.Instance, captures, depth - 1);
            case IFlowCaptureReferenceOperation capture:
                return KeepsContext(captures?.ValueOf(capture.Id), captures, depth - 1);
            default:
                return false;
        }
    }
}
