using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Async functions behind delegates.</summary>
internal static class AsyncDelegates
{
    /// <summary>The async function that is made a delegate which returns nothing: who calls it learns neither when it ends nor how.</summary>
    public static IMethodSymbol? Unawaitable(IDelegateCreationOperation creation)
    {
        if (creation.Type is not INamedTypeSymbol { DelegateInvokeMethod.ReturnsVoid: true })
            return null;
        return creation.Target switch
        {
            IAnonymousFunctionOperation { Symbol: { IsAsync: true } lambda } => lambda,
            IMethodReferenceOperation { Method: { IsAsync: true } method } => method,
            _ => null,
        };
    }

    /// <summary>The delegate gives a task of work that it starts; not one that it was given (<c>ContinueWith(t => t)</c>: so that the failure is not thrown here).</summary>
    public static bool ReturnsTask(IOperation? value) => value?.Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } && TaskTypes.IsTask(invoke.ReturnType)
        && !(value.Unwrap() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.IsAsync: false } lambda } && OnlyHandsOn(lambda.Body));

    private static bool OnlyHandsOn(IOperation body)
    {
        foreach (var operation in body.Descendants())
        {
            if (operation is IInvocationOperation or IObjectCreationOperation)
                return false;
        }

        return true;
    }

    /// <summary>The first await of the function whose failure leaves it; null: each is in a <c>try</c> that handles whatever comes.</summary>
    public static IAwaitOperation? Unhandled(IOperation body)
    {
        foreach (var operation in body.Descendants())
        {
            if (operation is IAwaitOperation await && IsOwn(await, body) && !IsHandled(await, body))
                return await;
        }

        return null;
    }

    /// <summary>The first await of the function itself.</summary>
    public static IAwaitOperation? FirstAwait(IOperation body)
    {
        foreach (var operation in body.Descendants())
        {
            if (operation is IAwaitOperation await && IsOwn(await, body))
                return await;
        }

        return null;
    }

    private static bool IsOwn(IOperation operation, IOperation body)
    {
        var function = operation.EnclosingFunction();
        return function is null || function == body || function.Syntax == body.Syntax || function.Syntax.Span.Contains(body.Syntax.Span);
    }

    private static bool IsHandled(IOperation operation, IOperation body)
    {
        IOperation child = operation;
        for (var at = operation.Parent; at is not null && child != body; child = at, at = at.Parent)
        {
            if (at is ITryOperation attempt && attempt.Body == child && HandlesAll(attempt))
                return true;
        }

        return false;
    }

    private static bool HandlesAll(ITryOperation attempt)
    {
        foreach (var clause in attempt.Catches)
        {
            if (clause.ExceptionType?.Name is null or "Exception" or "Object" && !Rethrows(clause))
                return true;
        }

        return false;
    }

    private static bool Rethrows(ICatchClauseOperation clause)
    {
        foreach (var operation in clause.Handler.Descendants())
        {
            if (operation is IThrowOperation)
                return true;
        }

        return false;
    }
}
