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
            _ => new AtomicUse(access, AtomicUseKind.Update, call, value),
        };
    }
}
