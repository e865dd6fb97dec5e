using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>What is wrong with a member as a lock, given all assignments to it in its outermost type.</summary>
internal static class LockMemberFlaw
{
    public static LockObjectFlaw Of(
        ISymbol member, LockMemberFacts facts, CancellationToken cancellationToken, out ITypeSymbol? type, out Location? other)
    {
        type = null;
        other = FreshMember.CreationIn(member, cancellationToken);
        if (other is not null)
            return LockObjectFlaw.FreshMember;

        var initializer = facts.GetInitializer(member);
        var assignments = facts.GetAssignments(member);
        if (FlawOfValues(initializer, assignments, out type, out other) is not LockObjectFlaw.None and var flaw)
            return flaw;
        if (!IsAssignable(member))
            return LockObjectFlaw.None;

        var isReadonlyPossible = true;
        MemberAssignment? first = null;
        var objects = member is IParameterSymbol || initializer is not null && !MemberWrite.IsNull(initializer) ? 1 : 0;
        foreach (var assignment in assignments)
        {
            if (assignment.Phase != AssignmentPhase.Construction)
                isReadonlyPossible = false;
            if (IsLater(assignment, cancellationToken))
            {
                objects++;
                if (first is null || Precedes(assignment.Location, first.Location))
                    first = assignment;
            }
            else if (assignment.Phase is AssignmentPhase.Construction or AssignmentPhase.Helper && !MemberWrite.IsNull(assignment.Value))
            {
                objects++;
            }
        }

        if (first is null)
            return isReadonlyPossible && IsWorthReadonly(member) ? LockObjectFlaw.NotReadonly : LockObjectFlaw.None;

        // One assignment in all is a late initialization: a second object takes two threads that both find none.
        if (objects == 1 && !OnDemand.IsRacy(member, first))
            return LockObjectFlaw.None;
        other = first.Location;
        return objects == 1 ? LockObjectFlaw.MadeOnDemand : LockObjectFlaw.Replaced;
    }

    // A field of type object says nothing; what is put into it does.
    private static LockObjectFlaw FlawOfValues(
        IOperation? initializer, IReadOnlyList<MemberAssignment> assignments, out ITypeSymbol? type, out Location? other)
    {
        var flaw = FlawOfValue(initializer, out type);
        other = flaw == LockObjectFlaw.None ? null : initializer!.Syntax.GetLocation();
        if (assignments.Count != 1 || initializer is not null)
            return flaw;
        flaw = FlawOfValue(assignments[0].Value, out type);
        other = flaw == LockObjectFlaw.None ? null : assignments[0].Location;
        return flaw;
    }

    private static LockObjectFlaw FlawOfValue(IOperation? value, out ITypeSymbol? type)
    {
        type = null;
        if (value is not IConversionOperation { Type.SpecialType: SpecialType.System_Object } || LockTarget.Unwrap(value).Type is not { } actual)
            return LockObjectFlaw.None;
        type = actual;
        return KnownTypes.IsThreadingLock(actual) ? LockObjectFlaw.LockAsObject : LockObjectTypes.FlawOf(actual);
    }

    private static bool IsAssignable(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly && !field.IsConst,
        IPropertySymbol property => property is { SetMethod.IsInitOnly: false, IsAbstract: false },
        IParameterSymbol => true,
        _ => false,
    };

    private static bool IsLater(MemberAssignment assignment, CancellationToken cancellationToken) => assignment.Phase switch
    {
        AssignmentPhase.Later => true,
        AssignmentPhase.Helper => !ConstructionHelper.IsCalledByConstructorsOnly((IMethodSymbol)assignment.Within, cancellationToken),
        _ => false,
    };

    // Where code outside the type may assign the field, nobody can tell whether 'readonly' is possible; a volatile field never can be.
    private static bool IsWorthReadonly(ISymbol member) => member is IFieldSymbol { IsVolatile: false } && LockReach.IsConfined(member);

    /// <summary>Assignments arrive in any order; the message always names the first in the source.</summary>
    private static bool Precedes(Location left, Location right)
    {
        var byFile = string.CompareOrdinal(left.SourceTree?.FilePath, right.SourceTree?.FilePath);
        return byFile != 0 ? byFile < 0 : left.SourceSpan.Start < right.SourceSpan.Start;
    }
}
