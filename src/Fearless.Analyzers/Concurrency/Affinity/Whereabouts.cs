using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

internal enum Whereabout
{
    /// <summary>On the thread of whoever called the member.</summary>
    Caller,

    /// <summary>In work that was started here, on no particular thread.</summary>
    Work,

    /// <summary>On the thread that it was dispatched to, or nobody knows.</summary>
    Elsewhere,
}

/// <summary>On whose thread an operation runs, as far as the functions around it say.</summary>
internal static class Whereabouts
{
    /// <param name="operation">The operation.</param>
    /// <param name="start">The call that starts the work.</param>
    /// <param name="function">The function that the work begins with.</param>
    public static Whereabout Of(IOperation operation, out IOperation? start, out IOperation? function)
    {
        start = null;
        function = null;
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is ILocalFunctionOperation)
                return Whereabout.Elsewhere;
            if (at is not IAnonymousFunctionOperation lambda)
                continue;
            var user = lambda.UsedBy();
            while (user is IDelegateCreationOperation)
                user = user.UsedBy();
            if (user is IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: { } raised } } handler)
            {
                (start, function) = (handler, lambda);
                return SpawnCatalog.Of(raised) is { Thread: null } ? Whereabout.Work : Whereabout.Elsewhere;
            }

            if (user is not IArgumentOperation { Parameter: { } parameter, Parent: { } call })
                return Whereabout.Elsewhere;
            if (InstantDelegates.IsInstant(parameter))
                continue;
            (start, function) = (call, lambda);
            return SpawnCatalog.Of(parameter) is { Thread: null } && !NamesScheduler(call) ? Whereabout.Work : Whereabout.Elsewhere;
        }

        return Whereabout.Caller;
    }

    /// <summary>It may run on the user interface's thread after all.</summary>
    public static bool NamesScheduler(IOperation call)
    {
        foreach (var argument in call is IInvocationOperation invocation ? invocation.Arguments : [])
        {
            if (argument.Value.Unwrap() is { Type.Name: "TaskScheduler" } scheduler && scheduler is not IPropertyReferenceOperation { Property.Name: "Default" })
                return true;
        }

        return call is IInvocationOperation { TargetMethod.Name: "ContinueWith", Instance: { } } && call.Syntax.ToString().Contains("FromCurrentSynchronizationContext");
    }
}
