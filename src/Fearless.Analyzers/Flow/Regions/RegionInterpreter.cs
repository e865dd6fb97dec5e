using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// Walks the operations of a block in the order in which they are evaluated. Each expression gives the place that its value leads to
/// (<see cref="Nowhere"/>: to nothing that has an owner, or to an object that nobody else knows).
/// </summary>
internal sealed partial class RegionInterpreter(RegionModel model, FunctionBody function, bool records) : ITransfer<RegionState>
{
    private const int Nowhere = -1;

    private RegionState _state = RegionState.Empty;
    private bool _isUnwinding;

    public RegionState Run(FlowNode node, RegionState input, out RegionState? thrown)
    {
        _state = input;
        thrown = null;
        _isUnwinding = node.IsUnwinding;
        if (node.Block >= function.Cfg.Blocks.Length)
            return input;
        var block = function.Cfg.Blocks[node.Block];
        foreach (var operation in block.Operations)
        {
            // What was gone before the last operation is gone for a handler; what the last one gives away is not.
            ThrowsFrom(Replaced(operation) is { } replaced ? _state.Separate(replaced) : _state, ref thrown);
            Value(operation);
        }

        if (block.BranchValue is { } value)
        {
            ThrowsFrom(_state, ref thrown);
            var place = Value(value);
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
                Give(value, place);
        }

        return _state;
    }

    private static void ThrowsFrom(RegionState state, ref RegionState? thrown) => thrown = thrown is null ? state : RegionLattice.Instance.Join(thrown, state);

    private int Value(IOperation? operation)
    {
        switch (operation)
        {
            case null or INameOfOperation or ITypeOfOperation or ISizeOfOperation:
                return Nowhere;
            case IConversionOperation { OperatorMethod: null } conversion:
                return Value(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return Value(parenthesized.Operand);
            case IIsNullOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals }:
                VisitComparison(operation);
                return Nowhere;
            case IIsPatternOperation match:
                VisitPattern(match);
                return Nowhere;
            case IFlowAnonymousFunctionOperation lambda:
                return Closure(lambda.Symbol, lambda.Syntax);
            case IDelegateCreationOperation creation:
                return Value(creation.Target);
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } reference:
                return Closure(reference.Method.OriginalDefinition, reference.Syntax);
            case IMethodReferenceOperation reference:
                return Value(reference.Instance);
            case IFlowCaptureOperation capture:
                VisitCapture(capture);
                return Nowhere;
            case IFlowCaptureReferenceOperation reference:
                return model.Counts(reference.Type) ? VisitCaptured(reference) : Nowhere;
            case ISimpleAssignmentOperation assignment:
                return VisitAssignment(assignment);
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction.Target, deconstruction.Value);
                return Nowhere;
            case IInvocationOperation call:
                return VisitCall(call);
            case IObjectCreationOperation creation:
                return VisitCreation(creation);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return model.Places.Of(AccessPath.This);
            case IMemberReferenceOperation reference:
                return VisitMember(reference);
            case IArrayElementReferenceOperation element:
                foreach (var index in element.Indices)
                    Value(index);
                return model.Counts(element.Type) ? Element(Value(element.ArrayReference), element, element.Indices.Length == 1 ? element.Indices[0] : null) : Only(element.ArrayReference);
            case ILocalReferenceOperation or IParameterReferenceOperation:
                return VisitVariable(operation);
            case IAwaitOperation await:
                return Value(await.Operation);
            case IReturnOperation { ReturnedValue: { } yielded }:
                Give(yielded, Value(yielded));
                return Nowhere;
            case ISpreadOperation spread:
                var spreadOut = Value(spread.Operand);
                return HasParts(spread.Operand.Type) ? spreadOut : Nowhere;
            default:
                return VisitOther(operation);
        }
    }

    /// <summary>What is made of other values leads to them all.</summary>
    private int VisitOther(IOperation operation)
    {
        var result = Nowhere;
        var counts = model.Counts(operation.Type);
        foreach (var child in operation.ChildOperations)
        {
            var part = Value(child);
            if (counts && part != Nowhere)
                result = Join(result, part, operation.Syntax);
        }

        return result;
    }

    private int Only(IOperation evaluated)
    {
        Value(evaluated);
        return Nowhere;
    }

    private int VisitVariable(IOperation reference)
    {
        if (reference is IParameterReferenceOperation parameter && PathResolver.IsPrimaryConstructorCapture(parameter))
            return model.Counts(reference.Type) ? model.Places.Of(AccessPath.This.Member(parameter.Parameter)) : Nowhere;
        if (Variable(reference) is not { } variable || !model.Counts(reference.Type))
            return Nowhere;
        var place = model.Places.Of(AccessPath.Of(variable));
        if (reference is not ILocalReferenceOperation { IsDeclaration: true })
            Use(place, reference.Syntax);
        return place;
    }

    /// <summary>A temporary may stand for a variable that is written to: to fill it is no use yet.</summary>
    private void VisitCapture(IFlowCaptureOperation capture)
    {
        var source = Variable(capture.Value) is { } variable && model.Counts(capture.Value.Type) ? model.Places.Of(AccessPath.Of(variable)) : Value(capture.Value);
        var place = model.Places.Of(AccessPath.Opaque(capture.Id));
        var departure = source == Nowhere ? null : _state.DepartureOf(source);
        Assign(place, source);
        if (departure is not null)
            _state = _state.Depart(place, departure);
    }

    private int VisitCaptured(IFlowCaptureReferenceOperation reference)
    {
        var place = model.Places.Of(AccessPath.Opaque(reference.Id));
        if (Variable(function.Captures.ValueOf(reference.Id)) is { } variable)
            Use(place, reference.Syntax, AccessPath.Of(variable));
        return place;
    }

    /// <summary>Whether there is an object, or which, is no use of what is in it.</summary>
    private void VisitComparison(IOperation comparison)
    {
        foreach (var child in comparison.ChildOperations)
        {
            if (Variable(child) is null && child is not IFlowCaptureReferenceOperation)
                Value(child);
        }
    }

    private void VisitPattern(IIsPatternOperation match)
    {
        var matched = match.Value is IFlowCaptureReferenceOperation captured && model.Counts(captured.Type) ? model.Places.Of(AccessPath.Opaque(captured.Id))
            : Variable(match.Value) is { } variable
            ? model.Counts(match.Value.Type) ? model.Places.Of(AccessPath.Of(variable)) : Nowhere
            : Value(match.Value);
        foreach (var operation in match.Pattern.DescendantsAndSelf())
        {
            if (operation is not (IDeclarationPatternOperation { DeclaredSymbol: { } } or IRecursivePatternOperation { DeclaredSymbol: { } }))
                continue;
            var declared = ((operation as IDeclarationPatternOperation)?.DeclaredSymbol ?? (operation as IRecursivePatternOperation)?.DeclaredSymbol) as ILocalSymbol;
            if (declared is not null && model.Counts(declared.Type))
                Assign(model.Places.Of(AccessPath.Of(declared)), operation == match.Pattern || matched == Nowhere ? matched : Some(matched, operation.Syntax));
        }
    }

    private int VisitAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Value.Unwrap() is ITupleOperation tuple && Variable(assignment.Target) is { } target)
            return AssignTuple(target, tuple);
        var value = Value(assignment.Value);
        Store(assignment.Target, assignment.Value, value);
        return value;
    }

    private int AssignTuple(ISymbol target, ITupleOperation tuple)
    {
        var values = new int[tuple.Elements.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Value(tuple.Elements[i]);
        var place = model.Places.Of(AccessPath.Of(target));
        Renew(place);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != Nowhere && tuple.Type is INamedTypeSymbol { TupleElements: var elements } && i < elements.Length)
                _state = _state.Merge(model.Places.Of(model.Places.PathOf(place).Member(ElementField(elements[i]))), values[i]);
        }

        return place;
    }

    private static ISymbol ElementField(IFieldSymbol element) => (element.CorrespondingTupleField ?? element).OriginalDefinition;

    private void Deconstruct(IOperation target, IOperation value)
    {
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        if (target is ITupleOperation targets && value.Unwrap() is ITupleOperation values && targets.Elements.Length == values.Elements.Length)
        {
            for (var i = 0; i < targets.Elements.Length; i++)
                Deconstruct(targets.Elements[i], values.Elements[i]);
            return;
        }

        var place = Value(value);
        foreach (var part in target.DescendantsAndSelf())
        {
            if (Variable(part) is { } variable && model.Counts(part.Type))
                Assign(model.Places.Of(AccessPath.Of(variable)), place);
        }
    }

    public static ISymbol? Variable(IOperation? operation) => operation?.Unwrap() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol } } parameter => parameter.Parameter,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
        _ => null,
    };
}
