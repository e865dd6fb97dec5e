using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>The atomic access that a plain one does not go together with.</summary>
internal static class AtomicPartner
{
    /// <summary>A write, if there is one; null: each is fine beside the plain one.</summary>
    /// <param name="facts">Of the type with the plain access.</param>
    /// <param name="home">Of the type that declares the field.</param>
    /// <param name="access">The plain access.</param>
    /// <param name="field">What it accesses.</param>
    public static StorageAccess? Of(TypeFacts facts, TypeFacts home, StorageAccess access, IFieldSymbol field)
    {
        var found = Of(home, access, field);
        return home != facts && (field.ContainingType.IsValueType || AccessSyntax.IsReadModifyWrite(access.Reference, field)) && found is not { IsWrite: true } ? Of(facts, access, field) ?? found : found;
    }

    private static StorageAccess? Of(TypeFacts facts, StorageAccess access, IFieldSymbol field)
    {
        StorageAccess? found = null;
        if (IsCounter(facts, field) && IsOneOfZeroes(facts, access))
            return null;
        foreach (var other in facts.AccessesTo(field))
        {
            // A pool: what is taken out with CompareExchange(ref x, null, item) is put back by storing it.
            if (!other.IsAtomic || other.Part is not null || !other.IsSamePlace(access) || IsOfOtherBox(other, access) || (field.Type.IsReferenceType && IsTake(other, access)) || (!access.IsWrite && !other.IsWrite) || ConcurrencyEvidence.SharesLock(access, other))
                continue;

            // The expected value of a CompareExchange: if it was stale, the exchange fails.
            if (!access.IsWrite && other.Body == access.Body && IsCompareExchange(other))
                return null;

            // A number read a moment ago says nothing wrong, unless the same code goes on to update it, or waits for it to change.
            if (!access.IsWrite && other.Body != access.Body && !PlainAccess.IsWide(field.Type)
                && (access.Reference.UsedBy() is IVariableInitializerOperation || (IsCount(other) && !IsWaitedFor(access))))
            {
                continue;
            }

            // A measured number, or an object made before, that readers are to see soon: one store is as atomic as another.
            if (!other.IsWrite && (IsMeasurement(access, field) || (field.Type.IsReferenceType && IsOfOwnMaking(access))))
                continue;

            // Writers have a lock of their own; those who only look have none.
            if (!other.IsWrite && access.Locks.Count > 0)
                continue;
            if (found is null || (other.IsWrite && !found.IsWrite))
                found = other;
        }

        return found;
    }

    /// <summary>A field of a type out of sight is one variable for each object, and its objects have nothing else in common.</summary>
    private static bool IsOfOtherBox(StorageAccess one, StorageAccess other) => one.Member.DeclaringSyntaxReferences.IsEmpty && !one.Path.Equals(other.Path);

    /// <summary>A counter, not a flag: how many there are is known for a moment only, whoever asks.</summary>
    private static bool IsCount(StorageAccess access) =>
        access.Reference.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Increment" or "Decrement" or "Add" } };

    /// <summary>It is counted up and down, and nothing else is done to it in one step.</summary>
    private static bool IsCounter(TypeFacts facts, IFieldSymbol field)
    {
        var isCounted = false;
        foreach (var access in facts.AccessesTo(field))
        {
            if (!access.IsAtomic || !access.IsWrite)
                continue;
            if (!IsCount(access))
                return false;
            isCounted = true;
        }

        return isCounted;
    }

    /// <summary>One atomic value after another begins anew, and the method does nothing else: a counter has no old value to lose.</summary>
    private static bool IsOneOfZeroes(TypeFacts facts, StorageAccess access)
    {
        if (access.Syntax.FirstAncestorOrSelf<BlockSyntax>() is not { Parent: BaseMethodDeclarationSyntax, Statements.Count: > 1 } || access.Reference.UsedBy() is not { Parent.Parent: IBlockOperation block })
            return false;
        foreach (var statement in block.Operations)
        {
            if (statement is not IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IFieldReferenceOperation target, Value: var value } }
                || value.Unwrap().ConstantValue is not { HasValue: true, Value: 0 or 0L or 0U or 0UL } || !ConcurrencyEvidence.IsAtomic(facts, target.Field))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whoever takes the object out has it alone: <c>CompareExchange(ref x, null, item)</c>, and <c>Exchange(ref x, null)</c> of what the
    /// object made for itself; what others asked it to keep would be lost when it is stored over.
    /// </summary>
    private static bool IsTake(StorageAccess access, StorageAccess plain) =>
        access.Reference.Parent is IArgumentOperation { Parent: IInvocationOperation { Arguments: { Length: > 1 } arguments } call }
        && (call.TargetMethod.Name == "CompareExchange" || (call.TargetMethod.Name == "Exchange" && IsOfOwnMaking(plain)))
        && arguments[1].Value.Unwrap().ConstantValue is { HasValue: true, Value: null };

    private static bool IsOfOwnMaking(StorageAccess access) =>
        access.Reference.UsedBy() is ISimpleAssignmentOperation { Value: var value } && value.Unwrap() is IObjectCreationOperation or IArrayCreationOperation or IInvocationOperation;

    /// <summary>Of it, or of the one word that lies over all of it.</summary>
    private static bool IsCompareExchange(StorageAccess access) =>
        (access.Reference.Parent is IFieldReferenceOperation { Field.ContainingType.IsValueType: true } word ? word : access.Reference).Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "CompareExchange" } };

    private static bool IsWaitedFor(StorageAccess access)
    {
        for (IOperation child = access.Reference; child.Parent is { } parent; child = parent)
        {
            if (parent is ILoopOperation loop)
                return child != loop.Body;
            if (parent is IBlockOperation)
                return false;
        }

        return false;
    }

    /// <summary><c>_lastSeen = Environment.TickCount;</c>: neither a flag nor an update, and it fits a word.</summary>
    private static bool IsMeasurement(StorageAccess access, IFieldSymbol field) =>
        IsNumber(field.Type) && !PlainAccess.IsWide(field.Type)
        && access.Reference.UsedBy() is ISimpleAssignmentOperation { Value: { ConstantValue.HasValue: false } value } && !AccessSyntax.Mentions(value, field);

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;
}
