using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// A location is atomic only if every access to it is: a plain store may undo an interlocked update, and a plain load may be torn, stale,
/// or hoisted out of a loop. Rust has no way to write it: the value in an AtomicU64 can only be reached through the atomic.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MixedAtomicAccess() : FearlessAnalyzer(Descriptors.FEAR6001_MixedAtomicAccess)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Atomics, Check);

    private static void Check(SymbolAnalysisContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            if (member is not IFieldSymbol { IsVolatile: false } field)
                continue;
            var reported = new HashSet<SyntaxNode>();
            foreach (var mixed in MixedElements.In(facts, field))
            {
                if (reported.Add(mixed.Element.Syntax))
                    Report(context, mixed, field.Name + "[]");
            }

            // A base that counts its own field atomically, and a derived type that does not.
            var home = facts.IsOwn(field) ? facts : scope.TypeFacts.Of(field.ContainingType, context.CancellationToken) ?? facts;
            if (field.IsReadOnly || !ConcurrencyEvidence.IsAtomic(home, field))
                continue;
            foreach (var access in facts.AccessesTo(field))
            {
                if (IsPlain(access, field, scope.Compilation) && !IsChosen(facts, access, field) && AtomicBeside(home, access, field) is { } atomic
                    && !SetUps.IsByMaker(access, facts) && !SetUps.IsStoreBefore(access, facts)
                    && reported.Add(access.Syntax))
                {
                    Report(context, access, atomic);
                }
            }
        }
    }

    private static bool IsPlain(StorageAccess access, IFieldSymbol field, Compilation compilation)
    {
        if (access.IsAtomic || access.IsAlias || !access.IsOnThis || access.Reference is not IFieldReferenceOperation || ConcurrencyEvidence.IsOrderedByOwnWork(access))
            return false;
        if (access.Body.Owner is IMethodSymbol { Name: "ToString" or "Finalize" } || IsSetting(access) || (!AccessSyntax.IsReadModifyWrite(access.Reference, field) && HasFence(access)))
            return false;

        // A reference is read whole, and what it refers to was complete when it was stored.
        if (access.IsWrite)
            return !IsRelease(access, field) && !IsRestart(access, field) && (access.Reference.Parent is not IArgumentOperation argument || ReferenceUses.IsPlainStore(argument, compilation));
        return field.Type.IsValueType && !IsByReference(access.Reference) && !IsPartOfStore(access, field) && !IsPartOfOwnStore(access, field) && (IsWide(field.Type) || IsTrusted(access));
    }

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
    private static bool IsChosen(TypeFacts facts, StorageAccess access, IFieldSymbol field)
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

    /// <summary>Two words on a 32-bit target.</summary>
    private static bool IsWide(ITypeSymbol type) =>
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
        IsNumber(field.Type) && !IsWide(field.Type)
        && access.Reference.UsedBy() is ISimpleAssignmentOperation { Value: { ConstantValue.HasValue: false } value } && !Mentions(value, field);

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private static bool Mentions(IOperation value, IFieldSymbol field)
    {
        foreach (var part in value.DescendantsAndSelf())
        {
            if (part is IFieldReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Field.OriginalDefinition, field))
                return true;
        }

        return false;
    }

    /// <summary>Gives back a claim that was made by exchanging null for an object: the store of a reference is a release.</summary>
    private static bool IsRelease(StorageAccess access, IFieldSymbol field) =>
        field.Type.IsReferenceType && access.Reference.UsedBy() is ISimpleAssignmentOperation { Value: var value } && value.Unwrap().ConstantValue is { HasValue: true, Value: null };

    /// <summary>The atomic access that the plain one does not go together with; a write, if there is one.</summary>
    private static StorageAccess? AtomicBeside(TypeFacts facts, StorageAccess access, IFieldSymbol field)
    {
        StorageAccess? found = null;
        foreach (var other in facts.AccessesTo(field))
        {
            // A pool: what is taken out with CompareExchange(ref x, null, item) is put back by storing it.
            if (!other.IsAtomic || (field.Type.IsReferenceType && IsTake(other, access)) || (!access.IsWrite && !other.IsWrite) || ConcurrencyEvidence.SharesLock(access, other))
                continue;

            // The expected value of a CompareExchange: if it was stale, the exchange fails.
            if (!access.IsWrite && other.Body == access.Body && IsCompareExchange(other))
                return null;

            // A number read a moment ago says nothing wrong, unless the same code goes on to update it, or waits for it to change.
            if (!access.IsWrite && other.Body != access.Body && !IsWide(field.Type)
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

    /// <summary>A counter, not a flag: how many there are is known for a moment only, whoever asks.</summary>
    private static bool IsCount(StorageAccess access) =>
        access.Reference.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Increment" or "Decrement" or "Add" } };

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

    private static bool IsCompareExchange(StorageAccess access) =>
        access.Reference.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "CompareExchange" } };

    private static void Report(SymbolAnalysisContext context, StorageAccess access, StorageAccess atomic) =>
        Report(context, access.Member.Name, (access.Reference, access.IsWrite), atomic.Reference);

    private static void Report(SymbolAnalysisContext context, (IOperation Element, IOperation Atomic) mixed, string name) =>
        Report(context, name, (mixed.Element, true), mixed.Atomic);

    private static void Report(SymbolAnalysisContext context, string name, (IOperation Place, bool IsWrite) access, IOperation atomic)
    {
        var isInterlocked = atomic.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Interlocked" or "ImmutableInterlocked" } };
        var by = isInterlocked ? "Interlocked" : "Volatile";
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR6001_MixedAtomicAccess,
            access.Place.Syntax.GetLocation(),
            [atomic.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty.Add("By", by),
            name,
            access.IsWrite ? "written" : "read",
            by,
            atomic.Syntax.Line(),
            access.IsWrite ? "write" : "read"));
    }
}
