using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Whether an object that a method made and holds in a local can be known to anybody else.</summary>
internal static class UnsharedLocal
{
    public static LockObjectFlaw FlawOf(LocalUses uses, IOperation lockedAt)
    {
        IArgumentOperation? offered = null;
        foreach (var read in uses.Reads)
        {
            if (uses.IsCaptured(read))
                return LockObjectFlaw.None;
            if (KeepsPrivate(read))
                continue;
            if (offered is not null || ConditionalStore.ArgumentOf(read) is not { } argument)
                return LockObjectFlaw.None;
            offered = argument;
        }

        if (offered is null)
            return LockObjectFlaw.UnsharedLocal;
        return ConditionalStore.IsKnownToHaveKeptAnother(offered, lockedAt) ? LockObjectFlaw.NotStored : LockObjectFlaw.None;
    }

    private static bool KeepsPrivate(ILocalReferenceOperation read)
    {
        IOperation value = read;
        while (value.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            value = value.Parent;

        switch (value.Parent)
        {
            case ILockOperation or IIsPatternOperation or IIsTypeOperation:
            case IBinaryOperation { OperatorMethod: null }:
                return true;
            case IArgumentOperation { Parent: IInvocationOperation call }:
                return LockUse.TryGet(call, out _) || IsReferenceEquals(call.TargetMethod);
            case IInvocationOperation call when call.Instance == value:
                return KeepsItself(read.Type);
            case IMemberReferenceOperation member when member.Instance == value:
                // A method group would carry the object along.
                return member is not IMethodReferenceOperation && KeepsItself(read.Type);
            case IArrayElementReferenceOperation element:
                return element.ArrayReference == value;
            case IForEachLoopOperation loop:
                return loop.Collection == value && KeepsItself(read.Type);
            default:
                return false;
        }
    }

    private static bool IsReferenceEquals(IMethodSymbol method) =>
        method is { Name: "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object };

    // Members of other types may store 'this' somewhere: a worker that starts itself.
    private static bool KeepsItself(ITypeSymbol? type) => type is IArrayTypeSymbol or { SpecialType: SpecialType.System_Object }
        || type is { ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } }
        || KnownTypes.Is(type, "StringBuilder", "Text", "System");
}
