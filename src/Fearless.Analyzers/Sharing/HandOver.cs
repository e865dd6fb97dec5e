using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Where code gives away its own object, or a delegate that leads to it: somebody else may use it from then on.</summary>
internal static class HandOver
{
    public static bool IsOne(IOperation operation) => operation switch
    {
        IArgumentOperation { Parent: IInvocationOperation call, Value: var value } argument =>
            !IsOfNoConsequence(call.TargetMethod) && !(value.Unwrap() is IDelegateCreationOperation && InstantDelegates.IsInstant(argument.Parameter)) && LeadsToThis(value.Unwrap()),
        IArgumentOperation { Parent: IObjectCreationOperation, Value: var value } => LeadsToThis(value.Unwrap()),
        IEventAssignmentOperation { Adds: true, HandlerValue: var handler, EventReference: var raised } => !IsOfThis(raised) && LeadsToThis(handler.Unwrap()),
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation or IArrayElementReferenceOperation, Value: var value } assignment => !IsOfThis(assignment.Target) && LeadsToThis(value.Unwrap()),
        _ => false,
    };

    private static bool IsOfThis(IOperation reference) => reference is IMemberReferenceOperation { Instance: IInstanceReferenceOperation };

    /// <summary>They look at the object, or at its lock, and forget it.</summary>
    private static bool IsOfNoConsequence(IMethodSymbol method) => method.ContainingType.Name is "Monitor" or "GC" or "Interlocked" or "Volatile" or "Debug" or "Debugger" or "Object";

    private static bool LeadsToThis(IOperation value)
    {
        switch (value)
        {
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, IsImplicit: false }:
            case IDelegateCreationOperation { Target: IMethodReferenceOperation { Instance: IInstanceReferenceOperation } or IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction, IsStatic: false } } }:
                return true;
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation function }:
                return Mentions(function);
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                {
                    if (LeadsToThis(element.Unwrap()))
                        return true;
                }

                return false;
            default:
                return false;
        }
    }

    private static bool Mentions(IOperation function)
    {
        foreach (var part in function.Descendants())
        {
            if (part is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance })
                return true;
        }

        return false;
    }
}
