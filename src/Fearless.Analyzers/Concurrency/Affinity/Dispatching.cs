using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>How code gets to the thread of a user interface, and how it asks whether it is there.</summary>
internal static class Dispatching
{
    /// <summary>Runs a delegate on the thread of what it is called on.</summary>
    public static bool IsDispatch(string name) => name is "Invoke" or "BeginInvoke" or "InvokeAsync" or "Post" or "Send" or "PostAsync" or "TryEnqueue" or "Dispatch" or "DispatchAsync"
        or "RunOnUiThread" or "RunOnUIThread" or "BeginInvokeOnMainThread" or "InvokeOnMainThread" or "InvokeOnMainThreadAsync" or "SendAsync" or "Enqueue";

    public static bool IsCheck(string name) => name is "CheckAccess" or "VerifyAccess" or "InvokeRequired" or "HasThreadAccess" or "IsDispatchRequired" or "IsMainThread" or "IsInvokeRequired";

    /// <summary>What a test around the operation has found out: true, this is the right thread; false, it is another; null, nobody asked.</summary>
    public static bool? Known(IOperation operation)
    {
        var child = operation;
        for (var at = operation.Parent; at is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); child = at, at = at.Parent)
        {
            switch (at)
            {
                case IConditionalOperation choice when choice.Condition != child && Saying(choice.Condition) is { } saying:
                    return saying == (choice.WhenTrue == child);
                case IBlockOperation block when Before(block, child) is { } known:
                    return known;
            }
        }

        return null;
    }

    /// <summary>Past a check that leaves, dispatches instead or throws, this is the right thread.</summary>
    private static bool? Before(IBlockOperation block, IOperation statement)
    {
        foreach (var earlier in block.Operations)
        {
            if (earlier == statement)
                break;
            if (earlier is IConditionalOperation choice && Saying(choice.Condition) is not null)
                return true;
            if (earlier is IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod.Name: "VerifyAccess" } })
                return true;
        }

        return null;
    }

    /// <summary>What the condition says of the thread where it holds; null: it is about something else.</summary>
    private static bool? Saying(IOperation condition)
    {
        switch (condition.Unwrap())
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !Saying(not.Operand);
            case IInvocationOperation { TargetMethod.Name: "CheckAccess" }:
            case IPropertyReferenceOperation { Property.Name: "HasThreadAccess" or "IsMainThread" }:
                return true;
            case IPropertyReferenceOperation { Property.Name: "InvokeRequired" or "IsDispatchRequired" or "IsInvokeRequired" }:
                return false;
            default:
                return null;
        }
    }
}
