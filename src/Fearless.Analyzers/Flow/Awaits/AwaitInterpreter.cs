using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// Walks the operations of a block in the order in which they are evaluated. What is used after an await and has not been made anew since was
/// there before it, so an await ages all variables that count; it needs no liveness.
/// </summary>
/// <param name="function">What is run.</param>
/// <param name="values">The variables that count.</param>
/// <param name="facts">Null on the way to the fixpoint.</param>
internal sealed class AwaitInterpreter(FunctionBody function, TiedValues values, List<AwaitFact>? facts) : ITransfer<AwaitState>
{
    private AwaitState _state = AwaitState.OnContext;

    public AwaitState Run(FlowNode node, AwaitState input, out AwaitState? thrown)
    {
        _state = input;
        thrown = input;
        if (node.Block < function.Cfg.Blocks.Length)
        {
            var block = function.Cfg.Blocks[node.Block];
            foreach (var operation in block.Operations)
            {
                Visit(operation);

                // An await that throws has changed threads as well.
                thrown = AwaitLattice.Instance.Join(thrown, _state);
            }

            if (block.BranchValue is { } value)
            {
                Visit(value);
                thrown = AwaitLattice.Instance.Join(thrown, _state);
            }
        }

        return _state;
    }

    public AwaitState? Follow(FlowEdge edge, AwaitState output) => output;

    private void Visit(IOperation? operation)
    {
        switch (operation)
        {
            case null or INameOfOperation or ITypeOfOperation:
                break;
            case IIsNullOperation { Operand: var tested } when values.KeyOf(tested) is not null:
                // Whether there is an object is no use of it: a 'using' asks that of what it is about to dispose.
                break;
            case IFlowAnonymousFunctionOperation lambda:
                foreach (var (key, name, type) in values.CapturedBy(lambda.Symbol))
                    Use(key, name, type, lambda.Syntax);
                break;
            case IFlowCaptureOperation capture:
                Visit(capture.Value);
                Renew(capture.Id);
                break;
            case IAwaitOperation await:
                Visit(await.Operation);
                Pass(await);
                break;
            case ISimpleAssignmentOperation assignment:
                VisitTarget(assignment.Target, assignment.Value);
                Visit(assignment.Value);
                if (values.KeyOf(assignment.Target) is { } target)
                    Renew(target);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Visit(deconstruction.Value);
                foreach (var part in deconstruction.Target.DescendantsAndSelf())
                {
                    if (values.KeyOf(part) is { } assigned)
                        Renew(assigned);
                }

                break;
            case IPatternOperation pattern:
                foreach (var part in pattern.DescendantsAndSelf())
                    RenewDeclared(part);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out } argument when values.KeyOf(argument.Value) is { } handedOut:
                Renew(handedOut);
                break;
            case IMemberReferenceOperation or IInvocationOperation when values.IsSafe(operation):
                // The very way back to its own thread.
                break;
            default:
                VisitChildren(operation);
                if (values.KeyOf(operation) is { } used)
                    Use(used, operation.Unwrap() is IInstanceReferenceOperation ? "this" : operation.Syntax.ToString(), operation.Type!, operation.Syntax);
                break;
        }
    }

    private void VisitChildren(IOperation operation)
    {
        var before = new List<IOperation>();
        foreach (var child in operation.ChildOperations)
        {
            KeepAcross(before, child);
            Visit(child);
            before.Add(child);
        }
    }

    private void VisitTarget(IOperation target, IOperation value)
    {
        if (values.KeyOf(target) is null || target is IMemberReferenceOperation { Instance: { } owner } && values.KeyOf(owner) is not null)
            VisitChildren(target);
        if (target is IMemberReferenceOperation { Instance: { } instance })
            KeepAcross([instance], value);
    }

    /// <summary>Values that have been evaluated and are needed when what comes next, with an await in it, has been evaluated too.</summary>
    private void KeepAcross(List<IOperation> earlier, IOperation next)
    {
        if (facts is null || earlier.Count == 0 || AwaitIn(next) is not { } await)
            return;
        foreach (var child in earlier)
        {
            var value = (child as IArgumentOperation)?.Value ?? child;
            if (value.Unwrap() is { Type: { } type, ConstantValue.HasValue: false } kept && values.Counts(kept, type))
                Add(new AwaitFact(kept.Syntax.ToString(), type, kept.Syntax, await.Syntax));
        }
    }

    private IAwaitOperation? AwaitIn(IOperation operation)
    {
        if (operation is IAwaitOperation await && ChangesThread(await))
            return await;
        if (operation is IFlowAnonymousFunctionOperation)
            return null;
        foreach (var child in operation.ChildOperations)
        {
            if (AwaitIn(child) is { } found)
                return found;
        }

        return null;
    }

    private bool ChangesThread(IAwaitOperation await) => Resumptions.Of(await, function.Captures) switch
    {
        Resumption.Anywhere => true,
        Resumption.OnContext => _state.IsFree,
        _ => false,
    };

    private void Pass(IAwaitOperation await)
    {
        if (Resumptions.Of(await, function.Captures) is Resumption.Unknown)
        {
            _state = _state.With(isFree: false);
        }
        else if (ChangesThread(await))
        {
            var older = _state.Older;
            foreach (var key in values.Keys)
                older = older.Move(key, await.Syntax);
            _state = _state.With(older).With(isFree: true);
        }
    }

    private void RenewDeclared(IOperation pattern)
    {
        var declared = pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            IListPatternOperation list => list.DeclaredSymbol,
            _ => null,
        };
        if (declared is not null)
            Renew(declared);
    }

    private void Renew(object key) => _state = _state.With(_state.Older.Renew(key));

    private void Use(object key, string name, ITypeSymbol type, SyntaxNode at)
    {
        if (facts is not null && _state.Older.MovedAt(key) is { } await)
            Add(new AwaitFact(key as ISymbol is { } symbol ? symbol.Name : name, type, at, await));
    }

    private void Add(AwaitFact fact)
    {
        foreach (var known in facts!)
        {
            if (known.Await == fact.Await && known.Name == fact.Name)
                return;
        }

        facts.Add(fact);
    }
}
