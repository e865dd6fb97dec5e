using System.Collections.Generic;
using System.Threading;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Whether code has waited for other threads before it comes to a place. Generous: it need not be known for which, because a wait that is
/// not seen invents a finding, and one too many only loses it.
/// </summary>
internal sealed class Waits(TypeFacts facts, MethodSummaries summaries)
{
    private const int MaxDepth = 4;

    /// <summary>In the body before the place, or in some caller before the call that leads there.</summary>
    public bool IsAfterWait(MemberBody body, SyntaxNode place) => IsAfterWait(body, place, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    /// <summary>The call, or what it calls, waits.</summary>
    public bool IsWait(IOperation operation) => IsWait(operation, 0);

    private bool IsAfterWait(MemberBody body, SyntaxNode place, HashSet<ISymbol> visited)
    {
        if (!visited.Add(body.Owner) || visited.Count > MaxDepth)
            return false;
        foreach (var operation in body.Root.Descendants())
        {
            if (operation.Syntax.SpanStart < place.SpanStart && !operation.Syntax.Span.Contains(place.Span) && !IsInNested(operation, place) && IsWait(operation, 0))
                return true;
        }

        foreach (var site in facts.Calls.SitesOf(body.Owner))
        {
            if (site.Context == ThreadContext.Main && IsAfterWait(site.Caller, site.Syntax, visited))
                return true;
        }

        return false;
    }

    private bool IsWait(IOperation operation, int depth) => operation switch
    {
        IAwaitOperation await => IsWaitedFor(await.Operation, depth),
        IInvocationOperation call => IsWaitingCall(call, depth),
        IPropertyReferenceOperation { Property.Name: "Result", Instance.Type: { } type } => Handles.Mentions(type, 0),
        _ => false,
    };

    /// <summary>An await ends when its task does: what that stands for is known only for a few.</summary>
    private bool IsWaitedFor(IOperation awaited, int depth)
    {
        while (awaited.Unwrap() is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured })
            awaited = configured;
        return awaited.Unwrap() switch
        {
            IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false, IsAbstract: false } } call => IsWaitingCall(call, depth),
            IInvocationOperation { TargetMethod.Name: "CancelAsync" or "Delay" or "Yield" or "FlushAsync" or "WriteAsync" or "SendAsync" or "CopyToAsync" } => false,
            _ => true,
        };
    }

    private bool IsWaitingCall(IInvocationOperation call, int depth)
    {
        switch (call.TargetMethod.Name)
        {
            case "Join" or "JoinResult" or "JoinPanic" or "TryJoin" or "Wait" or "WaitOne" or "WaitAll" or "WaitAny" or "WaitForExit" or "SpinUntil" or "SignalAndWait" or "GetResult":
                return true;
            case "WaitAsync":
                return call.UsedBy() is IAwaitOperation or IInvocationOperation;
            case "Sleep" or "SpinOnce" or "SpinWait" or "Yield":
                return IsInLoop(call);
            case "Dispose" or "Unregister":
                return call.Arguments.Length > 0 && call.Instance?.Type is { Name: "Timer" } || call.Instance?.Type is { Name: "CancellationTokenRegistration" or "ThreadScope" };
        }

        if (depth >= MaxDepth || call.TargetMethod.DeclaringSyntaxReferences.IsEmpty || summaries.Of(call.TargetMethod, CancellationToken.None) is not { } callee)
            return false;
        foreach (var operation in callee.Body.Descendants())
        {
            if (operation is IInvocationOperation or IAwaitOperation or IPropertyReferenceOperation && !IsInNested(operation, call.Syntax) && IsWait(operation, depth + 1))
                return true;
        }

        return false;
    }

    private static bool IsInLoop(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); parent = parent.Parent)
        {
            if (parent is ILoopOperation)
                return true;
        }

        return false;
    }

    /// <summary>In a function that runs at another time.</summary>
    private static bool IsInNested(IOperation operation, SyntaxNode place)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation && !parent.Syntax.Span.Contains(place.Span))
                return true;
        }

        return false;
    }
}
