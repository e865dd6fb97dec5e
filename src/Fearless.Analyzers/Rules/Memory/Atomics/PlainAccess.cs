using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>An access that is not atomic, and that somebody relies on: reasons why it may be so are here, one each.</summary>
internal static class PlainAccess
{
    public static bool IsUnsafe(StorageAccess access, IFieldSymbol field)
    {
        if (access.IsAtomic || access.IsAlias || !(access.IsOnThis || IsUpdateOfOther(access, field)) || access.Reference is not IFieldReferenceOperation || ConcurrencyEvidence.IsOrderedByOwnWork(access))
            return false;
        // Whoever disposes the object has seen to it that nobody uses it any more.
        if (Sharing.Disposals.IsOne(access.Body.Owner) && access.Path is { Root: Flow.PathRoot.This, Steps.Length: 1 } && access.Context == Flow.ThreadContext.Main && IsLastWord(access, field))
            return false;
        if (access.Body.Owner is IMethodSymbol { Name: "ToString" or "Finalize" } || DebuggerCode.IsOne(access.Body.Owner) || IsSetting(access) || (!AccessSyntax.IsReadModifyWrite(access.Reference, field) && HasFence(access)))
            return false;

        // A reference is read whole, and what it refers to was complete when it was stored.
        if (access.IsWrite)
            return !IsRelease(access, field) && !IsRestart(access, field) && (access.Reference.Parent is not IArgumentOperation argument || ReferenceParameters.IsPlainStore(argument));
        return field.Type.IsValueType && !IsByReference(access.Reference) && !IsPartOfStore(access, field) && !IsPartOfOwnStore(access, field) && (IsWide(field.Type) || IsTrusted(access));
    }

    /// <summary>
    /// A field of another object that is counted in several steps: where it is stored plainly, the object may be made ready or put away, but an update
    /// is for those that others update as well.
    /// </summary>
    private static bool IsUpdateOfOther(StorageAccess access, IFieldSymbol field) =>
        !access.HoldsStrangeLock && !access.IsLocked && AccessSyntax.IsReadModifyWrite(access.Reference, field);

    /// <summary>A store that ends the value's life, and no test of whether it has ended already.</summary>
    private static bool IsLastWord(StorageAccess access, IFieldSymbol field) =>
        access.IsWrite && !AccessSyntax.IsReadModifyWrite(access.Reference, field) && access.Reference.UsedBy() is ISimpleAssignmentOperation { Value: var value } && value.Unwrap().ConstantValue is { HasValue: true, Value: 0 or 0L or null };

    /// <summary>One load of a word, no loop that waits for it to change, and nothing else that the body does with it.</summary>
    public static bool IsLook(StorageAccess access, IFieldSymbol field, TypeFacts facts)
    {
        if (IsWide(field.Type))
            return false;
        foreach (var other in facts.AccessesTo(field))
        {
            if (other != access && other.Body == access.Body)
                return false;
        }

        for (var around = access.Reference.Parent; around is not null; around = around.Parent)
        {
            if (around is ILoopOperation loop && !(Sharing.Disposals.IsOne(access.Body.Owner) && GivesWay(loop)))
                return false;
        }

        return true;
    }

    /// <summary>Who disposes waits for the last users: each round calls into the system, past which no load is moved.</summary>
    private static bool GivesWay(ILoopOperation loop)
    {
        foreach (var part in loop.Body.DescendantsAndSelf())
        {
            if (part is IInvocationOperation { TargetMethod: { Name: "Yield" or "Sleep", ContainingType.Name: "Thread" } } or IInvocationOperation { TargetMethod: { Name: "SpinOnce", ContainingType.Name: "SpinWait" } })
                return true;
        }

        return false;
    }

    /// <summary>By its name it makes the object ready: nobody uses it then, as far as its author goes.</summary>
    public static bool IsSetUp(StorageAccess access) =>
        access.Body.Owner is IMethodSymbol { MethodKind: MethodKind.Ordinary, Name: var name } && name.StartsWith("Init", System.StringComparison.Ordinal);

    /// <summary>The body fences by itself: <c>Interlocked.MemoryBarrier(); return _value;</c> A fence makes no update of one step.</summary>
    private static bool HasFence(StorageAccess access)
    {
        foreach (var part in access.Body.Root.DescendantsAndSelf())
        {
            if (part is IInvocationOperation { TargetMethod: { Name: "MemoryBarrier" or "MemoryBarrierProcessWide", ContainingType.Name: "Interlocked" or "Thread" } })
                return true;
        }

        return false;
    }

    /// <summary><c>Reset()</c> stores zero in one step: it begins anew, between runs, and has no old value to lose.</summary>
    private static bool IsRestart(StorageAccess access, IFieldSymbol field) =>
        access.Body.Owner is IMethodSymbol { Name: "Reset" } && !IsWide(field.Type)
        && access.Reference.UsedBy() is ISimpleAssignmentOperation { Value: var value } && value.Unwrap().ConstantValue is { HasValue: true, Value: 0 };

    /// <summary>Handed on by reference: what is done with it is somebody else's.</summary>
    private static bool IsByReference(IOperation reference) => reference.Parent is IArgumentOperation { Parameter.RefKind: not RefKind.None } or IAddressOfOperation;

    /// <summary><c>set => _value = value;</c>: a setting, made before others use the object.</summary>
    private static bool IsSetting(StorageAccess access) => access.Body.Owner is IMethodSymbol { MethodKind: MethodKind.PropertySet }
        && access.Reference.UsedBy() is ISimpleAssignmentOperation { Value: IParameterReferenceOperation { Parameter.IsImplicitlyDeclared: true } };

    /// <summary>
    /// <c>void PlainSet(int value) => _x = value;</c> beside <c>int VolatileGet() => Volatile.Read(ref _x);</c>: the type offers both ways under
    /// names of their own, and the caller chooses.
    /// </summary>
    public static bool IsChosen(TypeFacts facts, StorageAccess access, IFieldSymbol field)
    {
        if (access.Reference.UsedBy() is not ISimpleAssignmentOperation { Value: IParameterReferenceOperation } || !IsBare(access))
            return false;
        foreach (var other in facts.AccessesTo(field))
        {
            if (other.Reference.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Volatile" } } && IsBare(other))
                return true;
        }

        return false;
    }

    /// <summary>The access is all that its member does.</summary>
    private static bool IsBare(StorageAccess access)
    {
        foreach (var around in access.Syntax.Ancestors())
        {
            switch (around)
            {
                case ArrowExpressionClauseSyntax or BlockSyntax { Statements.Count: 1, Parent: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax }:
                    return true;
                case StatementSyntax and not (BlockSyntax or ExpressionStatementSyntax or ReturnStatementSyntax):
                case BlockSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Two words on a 32-bit target.</summary>
    public static bool IsWide(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double || TornValues.CanTear(type);

    /// <summary>A number that is shown or handed on is as good as one read a moment before. One that decides, or that an update goes with, is not.</summary>
    private static bool IsTrusted(StorageAccess access)
    {
        var isCompared = false;
        for (IOperation child = access.Reference; child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IReturnOperation:
                    return isCompared;
                case IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean }:
                    isCompared = true;
                    break;
                case IConditionalOperation conditional:
                    return conditional.Condition == child;
                case ILoopOperation loop:
                    return child != loop.Body;
                case IUnaryOperation or IBinaryOperation or IParenthesizedOperation or IConversionOperation or IIsPatternOperation:
                    break;
                case IVariableInitializerOperation:
                    return true;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary><c>Volatile.Write(ref x, x + 1)</c>: whoever writes so is the only writer, and reads what it wrote itself.</summary>
    private static bool IsPartOfOwnStore(StorageAccess access, IFieldSymbol field)
    {
        for (var parent = access.Reference.Parent; parent is not (null or IBlockOperation); parent = parent.Parent)
        {
            if (parent is IInvocationOperation { TargetMethod: { Name: "Write", ContainingType.Name: "Volatile" }, Arguments: { Length: 2 } arguments }
                && arguments[0].Value.Unwrap() is IFieldReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Field.OriginalDefinition, field))
                return true;
        }

        return false;
    }

    /// <summary><c>x = f(x)</c>: the store is what is reported.</summary>
    private static bool IsPartOfStore(StorageAccess access, IFieldSymbol field)
    {
        for (var parent = access.Reference.Parent; parent is not (null or IBlockOperation); parent = parent.Parent)
        {
            if (parent is ISimpleAssignmentOperation { Target: IFieldReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Field.OriginalDefinition, field))
                return true;
        }

        return false;
    }

    /// <summary>Gives back a claim that was made by exchanging null for an object: the store of a reference is a release.</summary>
    private static bool IsRelease(StorageAccess access, IFieldSymbol field) =>
        field.Type.IsReferenceType && access.Reference.UsedBy() is ISimpleAssignmentOperation { Value: var value } && value.Unwrap().ConstantValue is { HasValue: true, Value: null };
}
