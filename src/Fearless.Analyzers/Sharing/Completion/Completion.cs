using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>A promise is completed: <c>SetResult</c>, <c>TrySetCanceled</c> and their like.</summary>
internal sealed class Completion(ISymbol promise, ObjectCall call, MemberBody body, SyntaxNode function)
{
    /// <summary>The variable or member that holds the promise.</summary>
    public ISymbol Promise { get; } = promise;

    public AccessFact Point { get; } = call.Point;

    public string Name { get; } = call.Method.Name;

    public MemberBody Body { get; } = body;

    /// <summary>The lambda, local function or member that it is in.</summary>
    public SyntaxNode Function { get; } = function;

    public SyntaxNode Syntax => Point.Syntax;

    /// <summary>Its author has reckoned with others that come first.</summary>
    public bool IsTried { get; } = call.Method.Name.StartsWith("Try", System.StringComparison.Ordinal);

    /// <summary>Null: the call completes nothing, or nobody can say what.</summary>
    public static Completion? Of(ObjectCall call, MemberBody body)
    {
        if (!IsOne(call.Method) || call.Receiver is not { } path || LockSyntax.FunctionAround(call.Point.Syntax) is not { } function)
            return null;
        var promise = path.Root == PathRoot.Variable && path.Steps.IsEmpty ? path.Variable : path is { Root: PathRoot.This or PathRoot.Static, Steps.Length: 1 } ? path.LastMember : null;
        return promise is null ? null : new Completion(promise, call, body, function);
    }

    public static bool IsOne(IMethodSymbol method) => method is
    {
        Name: "SetResult" or "TrySetResult" or "SetException" or "TrySetException" or "SetCanceled" or "TrySetCanceled" or "SetFromTask" or "TrySetFromTask",
        ContainingType.Name: "TaskCompletionSource",
    };
}
