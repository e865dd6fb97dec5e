using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

internal enum WriteForm
{
    None,

    /// <summary>A new value in plain sight.</summary>
    Assignment,

    /// <summary>An atomic "if it is still null": everybody ends up with the same object.</summary>
    AtomicInitialization,

    /// <summary>By reference: it may be written.</summary>
    Unknown,
}

/// <summary>Whether a reference to a variable, field or property writes it.</summary>
internal static class MemberWrite
{
    public static WriteForm Of(IOperation reference, out IOperation? value)
    {
        value = null;
        switch (reference.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == reference:
                value = assignment.Value;
                return assignment.IsRef ? WriteForm.Unknown : WriteForm.Assignment;
            case ICoalesceAssignmentOperation assignment when assignment.Target == reference:
                value = assignment.Value;
                return WriteForm.Assignment;
            case ICompoundAssignmentOperation assignment when assignment.Target == reference:
                return WriteForm.Assignment;
            case IDeclarationExpressionOperation:
                return WriteForm.Unknown;
            case ITupleOperation:
                return IsDeconstructionTarget(reference.Parent) ? WriteForm.Assignment : WriteForm.None;
            case IArgumentOperation { Parameter: { } parameter } argument:
                return ByReference(argument, parameter, out value);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { IsRef: true, RefKind: not RefKind.RefReadOnly } } }:
            case IAddressOfOperation:
                return WriteForm.Unknown;
            default:
                return WriteForm.None;
        }
    }

    private static bool IsDeconstructionTarget(IOperation tuple)
    {
        while (tuple.Parent is ITupleOperation outer)
            tuple = outer;
        return tuple.Parent is IDeconstructionAssignmentOperation assignment && assignment.Target == tuple;
    }

    private static WriteForm ByReference(IArgumentOperation argument, IParameterSymbol parameter, out IOperation? value)
    {
        value = null;
        if (parameter.RefKind is not (RefKind.Ref or RefKind.Out))
            return WriteForm.None;
        if (parameter.RefKind == RefKind.Out)
            return WriteForm.Assignment;
        if (argument.Parent is not IInvocationOperation { TargetMethod: { } method } call)
            return WriteForm.Unknown;
        switch (method.Name)
        {
            case "Read" when KnownTypes.Is(method.ContainingType, "Volatile", "Threading", "System"):
                return WriteForm.None;
            case "Exchange" or "Write" when method.ContainingType is { ContainingNamespace.Name: "Threading" }:
                value = call.Arguments.Length > 1 ? call.Arguments[1].Value : null;
                return WriteForm.Assignment;
            case "CompareExchange" when IsNull(call.Arguments[call.Arguments.Length - 1].Value):
            case "EnsureInitialized":
                return WriteForm.AtomicInitialization;
            default:
                return WriteForm.Unknown;
        }
    }

    public static bool IsNull(IOperation? value) =>
        value is not null && (LockTarget.Unwrap(value) is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation);
}
