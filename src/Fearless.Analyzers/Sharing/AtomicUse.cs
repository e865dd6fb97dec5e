using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

internal enum AtomicUseKind
{
    Load,
    Store,

    /// <summary>One step that reads and writes.</summary>
    Update,
}

/// <summary>One use of an atomic location: a volatile field, one behind <c>Interlocked</c> or <c>Volatile</c>, or an <c>Atomic&lt;T&gt;</c>.</summary>
internal sealed class AtomicUse(StorageAccess access, AtomicUseKind kind, IOperation operation, IOperation? value)
{
    public StorageAccess Access { get; } = access;

    public AtomicUseKind Kind { get; } = kind;

    /// <summary>The call, the reference that reads, or the assignment.</summary>
    public IOperation Operation { get; } = operation;

    /// <summary>What is stored.</summary>
    public IOperation? Value { get; } = value;

    /// <summary>Null: the access is not atomic.</summary>
    public static AtomicUse? Of(StorageAccess access)
    {
        if (access.IsAlias)
            return null;
        if (access.Reference.Parent is IArgumentOperation { Parent: IInvocationOperation call } && access.IsAtomic)
            return OfCall(access, call, 1);
        if (access.Reference.UsedBy() is IInvocationOperation own && own.Instance?.Unwrap() == access.Reference && IsAtomicBox(access.Reference.Type))
            return OfCall(access, own, 0);
        if (access.Member is not IFieldSymbol { IsVolatile: true })
            return null;
        if (!access.IsWrite)
            return new AtomicUse(access, AtomicUseKind.Load, access.Reference, null);
        return access.Reference.UsedBy() is ISimpleAssignmentOperation assignment && assignment.Target == access.Reference
            ? new AtomicUse(access, AtomicUseKind.Store, assignment, assignment.Value)
            : null;
    }

    /// <summary>The same use, as a caller of the member sees it that makes it.</summary>
    public AtomicUse At(StorageAccess access) => new(access, Kind, access.Reference, ValueAt(access));

    /// <summary>What is stored, as the caller names it: <c>Set(Closed)</c> stores its argument.</summary>
    private IOperation? ValueAt(StorageAccess access)
    {
        var value = access.Via is { Inner: not null } next ? ValueAt(next) : Value;
        return value?.Unwrap() is IParameterReferenceOperation { Parameter: var parameter } && access.Reference is IInvocationOperation call
            ? call.ArgumentFor(parameter.Ordinal)?.Value
            : value;
    }

    /// <summary>All of a member: where they are made, and at the calls on the same object that lead there.</summary>
    public static List<AtomicUse> AllOf(ISymbol member, TypeFacts facts)
    {
        var uses = new List<AtomicUse>();
        foreach (var access in facts.AccessesTo(member))
        {
            if (Of(access) is not { } use)
                continue;
            uses.Add(use);
            foreach (var lifted in LiftedAccesses.Of(access, facts))
                uses.Add(use.At(lifted));
        }

        return uses;
    }

    public static bool IsAtomicBox(ITypeSymbol? type) => type is { Name: "Atomic" or "AtomicRef" } && type.ContainingNamespace.IsNamed("Fearless");

    private static AtomicUse OfCall(StorageAccess access, IInvocationOperation call, int first)
    {
        var isUnused = call.Parent is IExpressionStatementOperation;
        var value = call.Arguments.Length > first ? call.ArgumentFor(first)?.Value : null;
        return call.TargetMethod.Name switch
        {
            "Read" or "Load" => new AtomicUse(access, AtomicUseKind.Load, call, null),
            "Write" or "Store" => new AtomicUse(access, AtomicUseKind.Store, call, value),
            "Exchange" or "Swap" when isUnused => new AtomicUse(access, AtomicUseKind.Store, call, value),
            "CompareExchange" when value is not null && IsSame(value, call.ArgumentFor(first + 1)?.Value) => new AtomicUse(access, AtomicUseKind.Load, call, null),
            "Add" or "Or" when value?.ConstantValue is { HasValue: true, Value: 0 or 0L } => new AtomicUse(access, AtomicUseKind.Load, call, null),
            _ => new AtomicUse(access, AtomicUseKind.Update, call, value),
        };
    }

    /// <summary><c>CompareExchange(ref x, 0, 0)</c>, <c>CompareExchange(ref x, null, null)</c>: whatever it finds, it leaves that.</summary>
    private static bool IsSame(IOperation value, IOperation? comparand) => comparand?.Unwrap() is { } other
        && ((value.Unwrap().ConstantValue is { HasValue: true } mine && other.ConstantValue is { HasValue: true } its && Equals(mine.Value, its.Value))
            || (value.Unwrap() is ILocalReferenceOperation && value.Unwrap().Syntax.IsEquivalentTo(other.Syntax, topLevel: false)));
}
