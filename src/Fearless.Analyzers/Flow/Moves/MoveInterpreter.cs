using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// Walks the operations of a block in the order in which they are evaluated. A moved argument is gone when the call has returned: in a
/// handler around it, it is still here.
/// </summary>
/// <param name="function">What is run.</param>
/// <param name="regions">What goes with what.</param>
/// <param name="facts">Null on the way to the fixpoint.</param>
internal sealed class MoveInterpreter(FunctionBody function, OwnershipRegions regions, List<MoveFact>? facts) : ITransfer<MoveState>
{
    private MoveState _state = MoveState.Empty;

    public MoveState Run(FlowNode node, MoveState input, out MoveState? thrown)
    {
        _state = input;
        thrown = null;
        if (node.Block < function.Cfg.Blocks.Length)
        {
            var block = function.Cfg.Blocks[node.Block];
            foreach (var operation in block.Operations)
            {
                // What was gone before the last operation is gone for a handler; what the last one gives away is not.
                ThrowsFrom(Replaced(operation) is { } replaced ? _state.Renew(replaced) : _state, ref thrown);
                Visit(operation);
            }

            if (block.BranchValue is { } value)
            {
                ThrowsFrom(_state, ref thrown);
                Visit(value);
            }
        }

        return _state;
    }

    private static void ThrowsFrom(MoveState state, ref MoveState? thrown) => thrown = thrown is null ? state : MoveLattice.Instance.Join(thrown, state);

    public MoveState? Follow(FlowEdge edge, MoveState output) => output;

    /// <summary><c>pool.Return(buffer); buffer = pool.Rent(length);</c>: it fails between the two only when there is no memory, and nobody handles that.</summary>
    private static ISymbol? Replaced(IOperation operation) =>
        operation is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: var target, Value: var value } } && OnlyAllocates(value.Unwrap())
            ? OwnershipRegions.Variable(target)
            : null;

    /// <summary>And works out by no other call for how much.</summary>
    private static bool OnlyAllocates(IOperation value)
    {
        if (value is not (IArrayCreationOperation or IInvocationOperation { TargetMethod: { Name: "Rent", ContainingType.Name: "ArrayPool" or "MemoryPool" } }))
            return false;
        foreach (var part in value.Descendants())
        {
            if (part is IInvocationOperation or IObjectCreationOperation)
                return false;
        }

        return true;
    }

    private void Visit(IOperation? operation)
    {
        switch (operation)
        {
            case null or INameOfOperation:
                break;
            case IIsNullOperation or IIsPatternOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals }:
                VisitComparison(operation);
                break;
            case IFlowAnonymousFunctionOperation lambda:
                UseAll(lambda.Symbol, lambda.Syntax);
                break;
            case ISimpleAssignmentOperation assignment:
                Visit(assignment.Value);
                if (OwnershipRegions.Variable(assignment.Target) is { } target)
                    _state = _state.Renew(target);
                else
                    VisitChildren(assignment.Target);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Visit(deconstruction.Value);
                foreach (var part in deconstruction.Target.DescendantsAndSelf())
                {
                    if (OwnershipRegions.Variable(part) is { } assigned)
                        _state = _state.Renew(assigned);
                }

                break;
            case IInvocationOperation call:
                Visit(call.Instance);
                VisitArguments(call.Arguments);
                if (call.TargetMethod.MethodKind == MethodKind.LocalFunction)
                    UseAll(call.TargetMethod.OriginalDefinition, call.Syntax);
                Move(call.Arguments, call.Syntax);
                break;
            case IObjectCreationOperation creation:
                VisitArguments(creation.Arguments);
                Visit(creation.Initializer);
                Move(creation.Arguments, creation.Syntax);
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation when IsFixed((IMemberReferenceOperation)operation):
                // What never changes may be read by everybody.
                break;
            case ILocalReferenceOperation { IsDeclaration: false } or IParameterReferenceOperation:
                Use(OwnershipRegions.Variable(operation), operation.Syntax);
                break;
            default:
                VisitChildren(operation);
                break;
        }
    }

    private void VisitChildren(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
            Visit(child);
    }

    /// <summary>Whether there is an object, or which, is no use of what is in it.</summary>
    private void VisitComparison(IOperation comparison)
    {
        foreach (var child in comparison.ChildOperations)
        {
            if (OwnershipRegions.Variable(child) is null)
                Visit(child);
        }
    }

    private void VisitArguments(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.RefKind == RefKind.Out && OwnershipRegions.Variable(argument.Value) is { } assigned)
                _state = _state.Renew(assigned);
            else
                Visit(argument.Value);
        }
    }

    private void Move(ImmutableArray<IArgumentOperation> arguments, SyntaxNode call)
    {
        foreach (var argument in arguments)
        {
            // By reference, something new has come in its place.
            if (!MovedArguments.IsMoved(argument) || argument.Parameter!.RefKind == RefKind.Ref)
                continue;
            foreach (var variable in regions.GoingWith(ValueOf(argument.Value)))
                _state = _state.Move(variable, call);
        }
    }

    private IOperation ValueOf(IOperation value) =>
        value.Unwrap() is IFlowCaptureReferenceOperation capture && function.Captures.ValueOf(capture.Id) is { } captured ? captured : value;

    private bool IsFixed(IMemberReferenceOperation reference)
    {
        if (OwnershipRegions.Variable(reference.Instance) is null || reference.Type is not { } type || regions.Counts(type))
            return false;
        return reference switch
        {
            IFieldReferenceOperation field => field.Field.IsReadOnly,
            IPropertyReferenceOperation property => property.Property.SetMethod is null or { IsInitOnly: true } && ObjectPaths.IsAuto(property.Property),
            _ => false,
        };
    }

    private void UseAll(IMethodSymbol closure, SyntaxNode at)
    {
        foreach (var variable in regions.UsedBy(closure))
            Use(variable, at);
    }

    private void Use(ISymbol? variable, SyntaxNode at)
    {
        if (facts is null || variable is null || _state.MovedAt(variable) is not { } moved)
            return;
        foreach (var known in facts)
        {
            if (known.Use == at)
                return;
        }

        facts.Add(new MoveFact(variable, at, moved));
    }
}
