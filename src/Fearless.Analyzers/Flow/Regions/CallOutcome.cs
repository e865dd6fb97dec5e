using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Asks a condition whether a call has returned a certain result: <c>if (!sender.TrySend(x))</c>, <c>switch (result)</c>.</summary>
internal readonly struct CallOutcome(SyntaxNode call, object result, VariableTable variables, FlowCaptures captures)
{
    /// <summary>If the condition is so, the call has returned something else.</summary>
    public bool IsRefuted(IOperation condition, bool isTrue, int depth = 6)
    {
        condition = condition.Unwrap();
        if (depth == 0)
            return false;
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return IsRefuted(not.Operand, !isTrue, depth - 1);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                var isEqual = comparison.OperatorKind == BinaryOperatorKind.Equals == isTrue;
                return IsCall(comparison.LeftOperand, depth) && comparison.RightOperand.ConstantValue is { HasValue: true } right ? isEqual != Equals(right.Value, result)
                    : IsCall(comparison.RightOperand, depth) && comparison.LeftOperand.ConstantValue is { HasValue: true } left && isEqual != Equals(left.Value, result);
            case IIsPatternOperation match:
                return IsCall(match.Value, depth) && IsRefuted(match.Pattern, isTrue);
            default:
                return result is bool expected && IsCall(condition, depth) ? expected != isTrue : Resolve(condition) is { } value && value != condition && IsRefuted(value, isTrue, depth - 1);
        }
    }

    private bool IsRefuted(IPatternOperation pattern, bool isTrue) => pattern switch
    {
        INegatedPatternOperation not => IsRefuted(not.Pattern, !isTrue),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } } => isTrue != Equals(constant, result),
        _ => false,
    };

    private bool IsCall(IOperation value, int depth)
    {
        value = value.Unwrap();
        return value.Syntax == call || (depth > 0 && Resolve(value) is { } source && source != value && IsCall(source, depth - 1));
    }

    private IOperation? Resolve(IOperation value) => value.Unwrap() switch
    {
        IFlowCaptureReferenceOperation capture => captures.ValueOf(capture.Id),
        ILocalReferenceOperation local => variables.OnlyValueOf(local.Local),
        IAwaitOperation await => await.Operation,
        _ => null,
    };
}
