using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// Walks the operations of a block in the order in which they are evaluated and keeps the state up to date: locks held, work running,
/// signals received. The same walk records facts once the fixpoint is known.
/// </summary>
internal sealed partial class BodyInterpreter(BodyModel model, FunctionBody function, ThreadContext context, Recording recording)
    : ITransfer<FlowState>
{
    private FlowState _state = FlowState.Initial;
    private FlowState? _thrown;
    private bool _isDead;
    private bool _isInFinally;

    private bool Records => recording switch
    {
        Recording.Everything => true,
        Recording.UntilSuspension => !_state.Suspended,
        Recording.FromSuspension => _state.Suspended,
        _ => false,
    };

    public FlowState Run(FlowNode node, FlowState input, out FlowState? thrown)
    {
        _state = input;
        _thrown = null;
        _isDead = false;
        _isUnwinding = node.IsUnwinding;
        if (node.Block < function.Cfg.Blocks.Length)
        {
            var block = function.Cfg.Blocks[node.Block];
            _isInFinally = IsInFinally(block.EnclosingRegion);
            foreach (var operation in block.Operations)
            {
                LeaveLockStatements(operation.Syntax);
                if (!EnterLockStatement(operation))
                    Visit(operation);
            }

            if (block.BranchValue is { } value)
            {
                LeaveLockStatements(value.Syntax);
                _state = _state.WithRunning(_state.Running & ~model.Handles.JoinedByLoop(value.Syntax, model.Sites));
                Visit(value);
            }

            switch (block.FallThroughSuccessor?.Semantics)
            {
                case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow:
                    MayThrow();
                    break;
                case ControlFlowBranchSemantics.Return when block.BranchValue is { } returned:
                    RecordReturned(returned);
                    TransferGuard(returned);
                    break;
            }
        }

        thrown = _thrown;
        return _state;
    }

    public FlowState? Follow(FlowEdge edge, FlowState output)
    {
        if (_isDead)
            return null;
        if (edge.Kind == FlowEdgeKind.Always)
            return output;
        var condition = function.Cfg.Blocks[function.Graph.Nodes[edge.Source].Block].BranchValue;
        return condition is null ? output : Assume(output, condition, edge.Kind == FlowEdgeKind.WhenTrue);
    }

    // What a finally region throws is nobody's plan: "the release before this line in the finally may throw" helps no one.
    private void MayThrow() => _thrown = _isDead || _isInFinally ? _thrown : _thrown is null ? _state : FlowStateLattice.Instance.Join(_thrown, _state);

    private static bool IsInFinally(ControlFlowRegion? region)
    {
        while (region is { Kind: ControlFlowRegionKind.LocalLifetime, EnclosingRegion: { } outer })
            region = outer;
        return region is { Kind: ControlFlowRegionKind.Finally };
    }

    private void Visit(IOperation? operation)
    {
        switch (operation)
        {
            case null or INameOfOperation or ITypeOfOperation or ISizeOfOperation:
                break;
            case IFlowAnonymousFunctionOperation lambda:
                TransferCaptured(lambda.Symbol);
                break;
            case IAnonymousFunctionOperation lambda:
                TransferCaptured(lambda.Symbol);
                break;
            case IFlowCaptureOperation capture:
                Visit(capture.Value);
                CopyFlag(capture.Id, capture.Value);
                break;
            case IInvocationOperation call:
                VisitCall(call);
                break;
            case IObjectCreationOperation creation:
                VisitArguments(creation.Arguments);
                RecordObjectCall(creation.Constructor, null, creation.Arguments, creation);
                Visit(creation.Initializer);
                SpawnFrom(creation, creation.Arguments);
                TransferArguments(creation.Arguments);
                MayThrow();
                EnterScope(creation);
                break;
            case IAwaitOperation await:
                Visit(await.Operation);
                RecordImplicitCalls(await);
                RecordLocked(await);
                VisitAwait(await);
                break;
            case ISimpleAssignmentOperation assignment:
                VisitTarget(assignment.Target);
                Visit(assignment.Value);
                VisitWrite(assignment);
                StartRaisers(assignment, (assignment.Target as IPropertyReferenceOperation)?.Instance);
                break;
            case ICompoundAssignmentOperation compound:
                VisitTarget(compound.Target);
                Visit(compound.Value);
                RecordAccess(compound.Target, AccessKind.ReadWrite);
                RecordImplicitCalls(compound);
                break;
            case IIncrementOrDecrementOperation increment:
                VisitTarget(increment.Target);
                RecordAccess(increment.Target, AccessKind.ReadWrite);
                RecordImplicitCalls(increment);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Visit(deconstruction.Value);
                RecordImplicitCalls(deconstruction);
                VisitDeconstruction(deconstruction.Target);
                break;
            case IEventAssignmentOperation assignment:
                VisitEvent(assignment);
                break;
            case IDelegateCreationOperation { Target: IMethodReferenceOperation reference }:
                Visit(reference.Instance);
                if (reference is { Method.Name: "Dispose", Instance: { } guard })
                    TransferGuard(guard);
                else
                    TransferCaptured(reference.Method.OriginalDefinition);
                break;
            case ITupleOperation tuple:
                VisitElements(tuple.Elements);
                break;
            case ICollectionExpressionOperation collection:
                VisitElements(collection.Elements);
                break;
            case IArrayInitializerOperation array:
                VisitElements(array.ElementValues);
                break;
            case IReturnOperation { ReturnedValue: { } yielded }:
                Visit(yielded);
                RecordLocked(operation);
                TransferGuard(yielded);
                break;
            case IPropertyReferenceOperation property:
                Visit(property.Instance);
                VisitArguments(property.Arguments);
                RecordLocked(property);
                RecordGuardUse(property);
                if (property.Property.Name == "Result")
                    AcquireAwaited(property.Instance);
                Join(property);
                Wait(property);
                RecordAccess(property, AccessKind.Read);
                break;
            case IFieldReferenceOperation or IEventReferenceOperation:
                Visit(((IMemberReferenceOperation)operation).Instance);
                RecordAccess(operation, AccessKind.Read);
                break;
            case IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation:
                VisitTarget(operation);
                if (Records)
                    RecordSlot(operation, AccessKind.Read);
                break;
            case ILocalReferenceOperation or IParameterReferenceOperation:
                RecordAccess(operation, AccessKind.Read);
                break;
            default:
                foreach (var child in operation.ChildOperations)
                    Visit(child);
                RecordImplicitCalls(operation);
                break;
        }
    }

    private void VisitElements(ImmutableArray<IOperation> elements)
    {
        foreach (var element in elements)
            Visit(element);
        if (!_state.Locks.IsEmpty)
            TransferElements(elements);
    }

    private void VisitAwait(IAwaitOperation await)
    {
        Join(await);
        MayThrow();
        AcquireAwaited(await.Operation);
        if (await.Operation is not IPropertyReferenceOperation { Property: { Name: "CompletedTask", IsStatic: true } })
            _state = _state.AfterAwait();
    }

    /// <summary>The parts of an assignment's target that are evaluated before the value; the target itself is not read.</summary>
    private void VisitTarget(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation or IDiscardOperation:
                break;

            // A part of a struct in place: the variable that holds the struct is not read either.
            case IFieldReferenceOperation { Instance: IFieldReferenceOperation { Type.IsValueType: true } holder }:
                VisitTarget(holder);
                break;

            // What a method returns by reference.
            case IInvocationOperation call:
                VisitCall(call);
                break;
            default:
                foreach (var child in target.ChildOperations)
                    Visit(child);
                break;
        }
    }

    private void VisitWrite(ISimpleAssignmentOperation assignment)
    {
        var initial = assignment.Target is ILocalReferenceOperation { IsDeclaration: true };
        RecordAccess(assignment.Target, initial ? AccessKind.Initial : AccessKind.Write);
        if (assignment.Target is ILocalReferenceOperation local)
        {
            CopyFlag(local.Local, assignment.Value);

            // A variable of the function around this one outlives it.
            if (function.Symbol is { } me && !SymbolEqualityComparer.Default.Equals(local.Local.ContainingSymbol, me))
                TransferGuard(assignment.Value);
        }
        else if (assignment.Target is not IDiscardOperation)
            TransferGuard(assignment.Value);
    }

    private void VisitDeconstruction(IOperation target)
    {
        if (target is ITupleOperation tuple)
        {
            foreach (var element in tuple.Elements)
                VisitDeconstruction(element);
        }
        else if (target is IDeclarationExpressionOperation declaration)
        {
            VisitDeconstruction(declaration.Expression);
        }
        else
        {
            VisitTarget(target);
            RecordAccess(target, target is ILocalReferenceOperation { IsDeclaration: true } ? AccessKind.Initial : AccessKind.Write);
        }
    }

    private void RecordAccess(IOperation operation, AccessKind kind)
    {
        if ((kind & (AccessKind.Write | AccessKind.Initial)) != 0)
            Forget(operation);
        if (!Records)
            return;
        operation = operation.Unwrap();
        if (operation is IFlowCaptureReferenceOperation capture && function.Captures.ValueOf(capture.Id) is { } captured)
            operation = captured.Unwrap();
        if (operation is ILocalReferenceOperation { IsDeclaration: true })
            kind = AccessKind.Initial;
        RecordSlot(operation, kind);
        if (function.Paths.ResolveSlot(operation) is not { } path)
            return;
        model.Facts.AddAccess(path, kind, operation.Syntax, context, _state);

        // Writing to a field of a struct writes to the variable that holds the struct.
        if ((kind & AccessKind.Write) != 0 && operation is IFieldReferenceOperation { Instance: { Type.IsValueType: true } holder })
            RecordAccess(holder, kind);
    }
}
