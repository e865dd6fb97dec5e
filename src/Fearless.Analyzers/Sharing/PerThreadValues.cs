using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Numbers that no two threads have in common: whoever indexes with one of them has a slot of its own.</summary>
internal static class PerThreadValues
{
    // Sums of sums, names of names.
    private const int MaxDepth = 6;

    public static bool Is(IOperation value) => Is(value, MaxDepth);

    /// <summary>By its syntax: most indices count from a literal, and then the body need not be looked at.</summary>
    private static bool MayBe(ILocalSymbol local) => local.DeclaringSyntaxReferences.Length == 1
        && local.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: not LiteralExpressionSyntax and not null };

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
            case ILocalReferenceOperation { Local: var local } reference when MayBe(local):
                return new OneValueLocals(reference).ValueOf(local) is { } only && Is(only, depth - 1);

            // One to one: a remainder or a mask would give two threads one slot.
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply } sum:
                return (sum.RightOperand.ConstantValue.HasValue && Is(sum.LeftOperand, depth - 1)) || (sum.LeftOperand.ConstantValue.HasValue && Is(sum.RightOperand, depth - 1));
            default:
                return false;
        }
    }
}
