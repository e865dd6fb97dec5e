using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Boolean variables that say whether a lock was taken.</summary>
internal sealed partial class BodyInterpreter
{
    private static object? FlagOf(IOperation? flag) => flag?.Unwrap() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
        _ => null,
    };

    /// <summary>The condition had this outcome: the worlds in which it could not are gone.</summary>
    private FlowState? Assume(FlowState state, IOperation condition, bool outcome)
    {
        if (RepeatedCondition(condition) is { } repeated)
        {
            if (AssumeRepeated(state, repeated, outcome) is not { } possible)
                return null;
            state = possible;
        }

        switch (condition.Unwrap())
        {
            case { ConstantValue: { HasValue: true, Value: bool constant } }:
                return constant == outcome ? state : null;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Assume(state, not.Operand, !outcome);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand.ConstantValue: { HasValue: true, Value: bool right } } equals:
                return Assume(state, equals.LeftOperand, outcome == right);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: bool right } } differs:
                return Assume(state, differs.LeftOperand, outcome != right);
            case IPropertyReferenceOperation property when Handles.JoinedWhen(property, outcome) is { } handle:
                return state.WithRunning(state.Running & ~model.Handles.SitesIn(handle, model.Sites));
            case IIsNullOperation isNull:
                return AssumeNull(state, isNull.Operand, outcome);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand.ConstantValue: { HasValue: true, Value: null } } equals:
                return AssumeNull(state, equals.LeftOperand, outcome);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: null } } differs:
                return AssumeNull(state, differs.LeftOperand, !outcome);
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } isPattern:
                return AssumeNull(state, isPattern.Value, outcome);
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } } isNot:
                return AssumeNull(state, isNot.Value, !outcome);
            case { } other when KeyOf(other) is { } key:
                var locks = state.Locks.Assume(key, outcome);
                return locks is null ? null : state.With(locks);
            default:
                return state;
        }
    }

    private void CopyFlag(object flag, IOperation value)
    {
        if (value.Type?.SpecialType != SpecialType.System_Boolean)
            return;
        var isNegated = false;
        while (value.Unwrap() is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            isNegated = !isNegated;
            value = not.Operand;
        }

        var key = KeyOf(value);
        bool? constant = value.ConstantValue is { HasValue: true, Value: bool known } ? known : null;
        if (_state.Locks.IsEmpty && constant is null && key is null)
            return;
        _state = _state.With(_state.Locks.Select(
            static (world, arg) => world.With(arg.flag, (arg.constant ?? (arg.key is null ? null : world.ValueOf(arg.key))) ^ arg.isNegated),
            (flag, constant, key, isNegated)));
    }

    private object? KeyOf(IOperation condition)
    {
        switch (condition.Unwrap())
        {
            case IFlowCaptureReferenceOperation capture:
                return capture.Id;
            case IAwaitOperation await:
                return KeyOf(await.Operation);
            case IInvocationOperation call:
                return LockTasks.Inner(call) is { } inner ? KeyOf(inner) : call.Syntax;
            case IPropertyReferenceOperation { Property.Name: "IsHeld", Instance: { } guard } when LockCatalog.IsGuard(guard.Type):
                return OutcomeOf(guard);
            case IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task }:
                return KeyOf(task);
            case { } other:
                return FlagOf(other);
            default:
                return null;
        }
    }
}
