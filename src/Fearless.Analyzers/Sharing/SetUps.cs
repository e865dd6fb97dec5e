using System;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Stores with which an object is made ready for what the same member does next: hand it to others, or start its work. They are no more shared
/// than those of a constructor.
/// </summary>
internal static class SetUps
{
    public static bool IsPartOf(StorageAccess access)
    {
        if (!access.IsWrite || access.Kind != AccessKind.Write || access.Context != ThreadContext.Main || access.Path is not { Root: PathRoot.This, Steps.Length: 1 }
            || access.Reference.UsedBy() is not ISimpleAssignmentOperation { Parent: IExpressionStatementOperation statement })
        {
            return false;
        }

        if (access.Body.Owner is IMethodSymbol owner && IsNamedSo(owner))
            return true;
        if (statement.Parent is not IBlockOperation { Parent: null or IMethodBodyOperation } || access.Body.Facts is not { Acquisitions.Count: 0 })
            return false;

        foreach (var operation in access.Body.Root.Descendants())
        {
            if (operation.Syntax.SpanStart > access.Syntax.Span.End && HandsOver(operation))
                return true;
        }

        return false;
    }

    /// <summary>By its name it makes the object ready.</summary>
    public static bool IsNamedSo(IMethodSymbol method) =>
        method.Name.StartsWith("Init", StringComparison.Ordinal) || method.Name.StartsWith("Configure", StringComparison.Ordinal) || method.Name.StartsWith("With", StringComparison.Ordinal);

    /// <summary>Somebody else gets the object, or a delegate that leads to it, and may use it from then on.</summary>
    private static bool HandsOver(IOperation operation) => operation switch
    {
        IArgumentOperation { Parent: IInvocationOperation or IObjectCreationOperation, Value: var value } argument => !InstantDelegates.IsInstant(argument.Parameter) && LeadsToThis(value.Unwrap()),
        IEventAssignmentOperation { Adds: true, HandlerValue: var handler } => LeadsToThis(handler.Unwrap()),
        _ => false,
    };

    private static bool LeadsToThis(IOperation value)
    {
        switch (value)
        {
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, IsImplicit: false }:
                return true;
            case IDelegateCreationOperation { Target: IMethodReferenceOperation { Instance: IInstanceReferenceOperation } }:
                return true;
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation function }:
                foreach (var part in function.Descendants())
                {
                    if (part is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance })
                        return true;
                }

                return false;
            default:
                return false;
        }
    }
}
