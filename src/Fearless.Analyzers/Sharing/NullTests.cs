using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Which code runs only because a value was found not to be null.</summary>
internal static class NullTests
{
    /// <summary>The value is tested for null, and that it was not decides whether the other operation runs.</summary>
    public static bool Guards(IOperation value, IOperation later) =>
        PolarityOf(value, out var test) is { } saysNotNull && Decides(test!, saysNotNull, later);

    /// <summary>The value is compared with null.</summary>
    public static bool IsTested(IOperation value) => PolarityOf(value, out _) is not null;

    /// <summary>True: the test succeeds if it is not null. Null: no test.</summary>
    private static bool? PolarityOf(IOperation value, out IOperation? test)
    {
        test = value.UsedBy();
        switch (test)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } binary when IsNull(binary.LeftOperand) || IsNull(binary.RightOperand):
                return true;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } binary when IsNull(binary.LeftOperand) || IsNull(binary.RightOperand):
                return false;
            case IIsPatternOperation pattern:
                return PolarityOf(pattern.Pattern);
            case IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } }:
                return true;
            default:
                return null;
        }
    }

    private static bool? PolarityOf(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsNull(constant.Value) ? false : null,
        INegatedPatternOperation negated => PolarityOf(negated.Pattern) is { } inner ? !inner : null,
        ITypePatternOperation => true,
        IRecursivePatternOperation { DeclaredSymbol: null } => true,
        _ => null,
    };

    private static bool IsNull(IOperation operation) => operation.Unwrap().ConstantValue is { HasValue: true, Value: null };

    /// <summary>Climbs from a test to the decision that it is part of, as long as the outcome is certain there.</summary>
    private static bool Decides(IOperation test, bool outcome, IOperation later)
    {
        for (IOperation child = test; child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not }:
                    outcome = !outcome;
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when outcome:
                    if (both.LeftOperand == child && Contains(both.RightOperand, later))
                        return true;
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when !outcome:
                    if (either.LeftOperand == child && Contains(either.RightOperand, later))
                        return true;
                    break;
                case IParenthesizedOperation or IConversionOperation:
                    break;
                case IConditionalOperation conditional when conditional.Condition == child:
                    return Contains(outcome ? conditional.WhenTrue : conditional.WhenFalse, later)
                        || (!outcome && conditional.WhenFalse is null && Leaves(conditional.WhenTrue.Syntax) && IsAfter(conditional, later));
                case IWhileLoopOperation { ConditionIsTop: true } loop when loop.Condition == child:
                    return outcome && Contains(loop.Body, later);
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Control never falls out of the branch.</summary>
    public static bool Leaves(SyntaxNode branch) => branch switch
    {
        BlockSyntax { Statements: { Count: > 0 } statements } => Leaves(statements[statements.Count - 1]),
        _ => branch.Kind() is SyntaxKind.ReturnStatement or SyntaxKind.ThrowStatement or SyntaxKind.ContinueStatement or SyntaxKind.BreakStatement
            or SyntaxKind.YieldBreakStatement,
    };

    private static bool IsAfter(IOperation test, IOperation later) =>
        test.Parent is IBlockOperation block && Contains(block, later) && later.Syntax.SpanStart >= test.Syntax.Span.End;

    private static bool Contains(IOperation? outer, IOperation inner) => outer is not null && outer.Syntax.Span.Contains(inner.Syntax.Span);
}
