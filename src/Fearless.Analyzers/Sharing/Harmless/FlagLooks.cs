using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// A flag, a state or a time stamp of one word that some code stores and other code hands on: nothing that is stored depends on what was there, no body
/// does both, nothing is decided by it here, and it announces nothing. Each look is as good as one a moment earlier; that the store may be seen late is
/// all.
/// </summary>
internal static class FlagLooks
{
    public static bool AreAll(ISymbol member, IReadOnlyList<Touch> touches)
    {
        if (MemberType.Of(member) is not { } type || !IsWord(type))
            return false;

        // What says that the object is gone may be seen late: whoever goes on meanwhile would have, a moment earlier.
        var isOfEnd = true;
        foreach (var touch in touches)
            isOfEnd &= !touch.Access.IsWrite || Disposals.IsOne(touch.Access.Body.Owner);
        var writers = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var readers = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var touch in touches)
        {
            if (!touch.IsOfSlot || touch.Effect is ObjectEffect.Read or ObjectEffect.Write || touch.Access.IsAlias)
                return false;
            if (touch.Access.IsWrite ? !IsStoreOfItsOwn(touch.Access) || Announces(touch.Access) : IsDecisive(touch.Access, isOfEnd))
                return false;
            (touch.Access.IsWrite ? writers : readers).Add(touch.Access.Body.Owner);
        }

        return !writers.Overlaps(readers);
    }

    /// <summary>A word or a reference that is only ever replaced, by bodies that do not look at it: whoever reads it has the one of before or of after.</summary>
    public static bool AreReplaced(ISymbol member, IReadOnlyList<Touch> touches)
    {
        if (MemberType.Of(member) is not { } type || TornValues.CanTear(type))
            return false;
        var writers = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var readers = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var touch in touches)
        {
            // What a mark says is called by the framework, for each request or test anew, and not once at the start.
            if (touch.Effect == ObjectEffect.Write || !touch.IsOfSlot || (touch.Access.IsWrite && !touch.Access.Body.Owner.GetAttributes().IsEmpty) || (touch.Access.IsWrite && AccessSyntax.IsReadModifyWrite(touch.Access.Reference, member)))
                return false;
            (touch.Access.IsWrite ? writers : readers).Add(touch.Access.Body.Owner);
        }

        return !writers.Overlaps(readers);
    }

    private static bool IsWord(ITypeSymbol type) => type.TypeKind == TypeKind.Enum || type.SpecialType is SpecialType.System_Boolean or SpecialType.System_DateTime
        || type is { Name: "TimeSpan" } && type.ContainingNamespace.IsNamed("System");

    /// <summary>A constant, or what a clock says.</summary>
    private static bool IsStoreOfItsOwn(StorageAccess store) => store.Reference.UsedBy() is ISimpleAssignmentOperation { Value: var value } assignment && assignment.Target.Unwrap() == store.Reference
        && value.Unwrap() is { ConstantValue.HasValue: true } or IFieldReferenceOperation { Field.IsConst: true } or IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "DateTime" or "Environment" or "Stopwatch" } }
            or IParameterReferenceOperation { Parameter.IsImplicitlyDeclared: true };

    /// <summary>Other members are stored before it: whoever sees the flag expects to see them.</summary>
    private static bool Announces(StorageAccess store)
    {
        foreach (var other in store.Body.Facts?.Accesses ?? [])
        {
            if (other.IsWrite && other.Path.Root != PathRoot.Variable && other.Syntax.SpanStart < store.Syntax.SpanStart && !SymbolEqualityComparer.Default.Equals(other.Path.LastMember, store.Member))
                return true;
        }

        return false;
    }

    private static bool IsDecisive(StorageAccess look, bool isOfEnd)
    {
        for (IOperation child = look.Reference; child.Parent is { } around and not (IAnonymousFunctionOperation or ILocalFunctionOperation); child = around)
        {
            if (around is ILoopOperation)
                return true;
            if (!isOfEnd && ((around is IConditionalOperation choice && choice.Condition == child) || around is ISwitchOperation or ISwitchExpressionOperation or ICoalesceOperation))
                return true;
        }

        return false;
    }
}
