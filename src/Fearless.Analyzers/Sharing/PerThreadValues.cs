using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Numbers that no two threads have in common: whoever indexes with one of them has a slot of its own.</summary>
internal static class PerThreadValues
{
    // Sums of sums, names of names.
    private const int MaxDepth = 6;

    public static bool Is(IOperation value) => Is(value, MaxDepth);

    private static bool Is(IOperation value, int depth)
    {
        if (depth == 0)
            return false;
        switch (value.Unwrap())
        {
            case IFieldReferenceOperation { Field: { IsStatic: true } field }:
                return MemberShape.IsPerThread(field);
            case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType: { Name: "ThreadLocal" } type } }:
                return type.ContainingNamespace.IsNamed("System.Threading");
            case IPropertyReferenceOperation { Property.Name: "CurrentManagedThreadId" or "ManagedThreadId", Instance: null or IPropertyReferenceOperation { Property.Name: "CurrentThread" } }:
                return true;
            case ILocalReferenceOperation { Local: var local } reference:
                return new OneValueLocals(reference).ValueOf(local) is { } only && Is(only, depth - 1);

            // One to one: a remainder or a mask would give two threads one slot.
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply } sum:
                return (sum.RightOperand.ConstantValue.HasValue && Is(sum.LeftOperand, depth - 1)) || (sum.LeftOperand.ConstantValue.HasValue && Is(sum.RightOperand, depth - 1));
            default:
                return false;
        }
    }
}
