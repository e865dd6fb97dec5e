using System.Linq;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Calls that run somebody else's code at once: events, stored callbacks, continuations, registrations (MODEL section 3, "Calling out").</summary>
internal static class CallOuts
{
    public const string StoredCallback = "runs a stored callback";
    public const string Observer = "runs an observer";

    /// <summary>What it runs, as a message says it; null: nobody else's code, or code that is in sight.</summary>
    /// <param name="operation">The call.</param>
    /// <param name="receiver">What it is called on, past locals and temporaries.</param>
    public static string? Describe(IOperation operation, IOperation? receiver)
    {
        if (operation is not IInvocationOperation call || call.TargetMethod.ContainingType is not { } type)
            return null;
        var method = call.TargetMethod;
        switch (type.Name)
        {
            case "CancellationTokenSource" when method.Name == "Cancel":
                return "runs the callbacks that are registered with the token";
            case "TaskCompletionSource" when method.Name is "SetResult" or "TrySetResult" or "SetException" or "TrySetException" or "SetCanceled" or "TrySetCanceled"
                && LockCreation.Mentions(StorageOf(receiver), "RunContinuationsAsynchronously") == false:
                return "may run the continuations of whoever awaits the task";
            case "IObserver" when method.Name is "OnNext" or "OnError" or "OnCompleted" && !IsOperator(operation):
                return Observer;
            case "IProgress" when method.Name == "Report":
                return "runs a progress handler";
            case "IDisposable" when method.Name == "Dispose" && IsStranger(receiver):
                return "runs the 'Dispose' of an object that may be anybody's";
            case "MethodBase" or "MethodInfo" or "ConstructorInfo" when method.Name == "Invoke":
            case "PropertyInfo" when method.Name is "GetValue" or "SetValue":
            case "Delegate" when method.Name == "DynamicInvoke":
                return "runs code that is found by reflection";
        }

        return method.MethodKind == MethodKind.DelegateInvoke ? DescribeDelegate(method, receiver) : null;
    }

    /// <summary>
    /// What observes itself and passes on what it gets: the contract of Rx asks it to call one after the other, which a lock around the calls is
    /// the usual way to see to.
    /// </summary>
    public static bool IsOperator(IOperation operation)
    {
        foreach (var around in operation.Syntax.Ancestors())
        {
            if (around is TypeDeclarationSyntax type && type.Members.Any(static member => member is MethodDeclarationSyntax { Identifier.ValueText: "OnNext" }))
                return true;
        }

        return false;
    }

    /// <summary>An event that only code of this program can subscribe to.</summary>
    public static bool IsOwnEvent(IOperation operation)
    {
        var raised = operation is IInvocationOperation { Instance: { } instance } ? instance.Unwrap() : null;
        if (raised is IConditionalAccessInstanceOperation)
        {
            var access = raised.Parent;
            while (access is not (null or IConditionalAccessOperation))
                access = access.Parent;
            raised = (access as IConditionalAccessOperation)?.Operation.Unwrap();
        }

        if (raised is not IEventReferenceOperation { Event: var own })
            return false;
        for (ISymbol symbol = own; symbol is not null; symbol = symbol.ContainingType)
        {
            if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
                return true;
        }

        return false;
    }

    private static string? DescribeDelegate(IMethodSymbol invoke, IOperation? receiver) => receiver?.Unwrap() switch
    {
        IEventReferenceOperation => "raises an event",
        IFieldReferenceOperation { Field.AssociatedSymbol: IEventSymbol } => "raises an event",

        // Predicates, comparers and factories belong to whoever takes the lock; what returns nothing tells somebody something.
        IFieldReferenceOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation or IInvocationOperation when invoke.ReturnsVoid => StoredCallback,
        _ => null,
    };

    private static bool IsStranger(IOperation? receiver) =>
        receiver?.Unwrap() is { Type: { Name: "IDisposable", TypeKind: TypeKind.Interface } } value
        && value is IInvocationOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation or ILocalReferenceOperation;

    private static ISymbol? StorageOf(IOperation? receiver) => receiver?.Unwrap() switch
    {
        IFieldReferenceOperation field => field.Field.OriginalDefinition,
        IPropertyReferenceOperation property => property.Property.OriginalDefinition,
        ILocalReferenceOperation local => local.Local,
        _ => null,
    };
}
