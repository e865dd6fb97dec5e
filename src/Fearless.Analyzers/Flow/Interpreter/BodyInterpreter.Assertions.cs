using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

internal sealed partial class BodyInterpreter
{
    /// <summary><c>Debug.Assert(Monitor.IsEntered(_gate))</c>: from here on the caller's lock is held, as the code itself says.</summary>
    private void Assert(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { Type.SpecialType: SpecialType.System_Boolean } parameter || !IsAsserted(parameter) || HeldIf(argument.Value, call.Syntax) is not { } held)
                continue;
            _state = _state.With(_state.Locks.Select(
                static (world, held) => world.Find(held.Path, held.Mode) >= 0 ? world : world.Acquire(held), held));
        }
    }

    private static bool IsAsserted(IParameterSymbol condition)
    {
        if (condition.ContainingType is { Name: "Debug" or "Trace" or "Contract" } type)
            return condition.ContainingSymbol.Name is "Assert" or "Requires" or "Assume" && type.ContainingNamespace.ToDisplayString().StartsWith("System.Diagnostics", System.StringComparison.Ordinal);
        foreach (var data in condition.GetAttributes())
        {
            if (data.AttributeClass?.Name == "DoesNotReturnIfAttribute" && data.Argument() is false)
                return true;
        }

        return false;
    }

    /// <summary>The lock that is held if the condition is true.</summary>
    private HeldLock? HeldIf(IOperation condition, SyntaxNode assertion)
    {
        condition = condition.Unwrap();
        if (condition is IFlowCaptureReferenceOperation capture && function.Captures.ValueOf(capture.Id) is { } captured)
            condition = captured.Unwrap();
        var (target, mode) = condition switch
        {
            IInvocationOperation { TargetMethod: { Name: "IsEntered", ContainingType: { Name: "Monitor" } }, Arguments: { Length: 1 } arguments } => (arguments[0].Value, LockMode.Exclusive),
            IPropertyReferenceOperation { Property.Name: "IsHeldByCurrentThread" or "IsWriteLockHeld" or "IsWriterLockHeld", Instance: { } held } => (held, LockMode.Exclusive),
            IPropertyReferenceOperation { Property.Name: "IsReadLockHeld" or "IsReaderLockHeld", Instance: { } read } => (read, LockMode.Shared),
            _ => (null, LockMode.Exclusive),
        };
        target = target?.Unwrap();
        return target?.Type is { } type && function.Paths.Resolve(target) is { } path
            ? new HeldLock(path, LockNames.KindOf(type), mode, assertion, guard: null, isRepaid: true)
            : null;
    }
}
