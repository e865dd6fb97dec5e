using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A member that is made when it is found to be null, by whoever comes first.</summary>
internal static class OnDemand
{
    public static bool IsRacy(ISymbol member, MemberAssignment assignment)
    {
        var isDemanded = assignment.Reference.Parent is ICoalesceAssignmentOperation;
        for (IOperation? child = assignment.Reference, parent = child.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            // Under another lock, one thread at a time looks and makes it.
            if (parent is ILockOperation { LockedValue: var locked } && child != locked
                && !SymbolEqualityComparer.Default.Equals(LockMemberFacts.MemberOf(LockTarget.Unwrap(locked)), member))
            {
                return false;
            }

            if (parent is IConditionalOperation conditional && child != conditional.Condition && TestsNull(conditional.Condition, member))
                isDemanded = true;
        }

        return isDemanded;
    }

    private static bool TestsNull(IOperation condition, ISymbol member) => condition switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
            Is(comparison.LeftOperand, member) && MemberWrite.IsNull(comparison.RightOperand)
            || Is(comparison.RightOperand, member) && MemberWrite.IsNull(comparison.LeftOperand),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } test => Is(test.Value, member) && MemberWrite.IsNull(value),
        IUnaryOperation unary => TestsNull(unary.Operand, member),
        _ => false,
    };

    private static bool Is(IOperation value, ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(LockMemberFacts.MemberOf(LockTarget.Unwrap(value)), member);
}
