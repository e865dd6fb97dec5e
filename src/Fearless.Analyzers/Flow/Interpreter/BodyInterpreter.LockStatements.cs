using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// <c>lock</c> on a <c>System.Threading.Lock</c>. In a nullable context Roslyn's graph (4.14 to 5.12) has an invalid operation for its entry and nothing for its exit,
/// so the statement's span says how far it goes.
/// </summary>
internal sealed partial class BodyInterpreter
{
    private bool EnterLockStatement(IOperation operation)
    {
        if (operation is not { Syntax: LockStatementSyntax statement } || operation is not IExpressionStatementOperation { Operation: IInvalidOperation entry })
            return false;
        foreach (var target in entry.ChildOperations)
        {
            Visit(target);
            var path = function.Paths.Resolve(target) ?? AccessPath.Opaque(target.Syntax);
            if (Records)
            {
                var effect = new LockEffect(LockAction.Acquire, LockKind.Lock, target);
                model.Facts.AddAcquisition(new AcquisitionFact(statement.Expression, null, effect, path, context, _state));
            }

            var held = new HeldLock(path, LockKind.Lock, LockMode.Exclusive, statement.Expression, guard: null);
            _state = _state.With(_state.Locks.Select(static (world, held) => world.Acquire(held), held));
        }

        return true;
    }

    /// <summary>The statements of this function that do not go on to here have ended.</summary>
    private void LeaveLockStatements(SyntaxNode here)
    {
        if (!_state.Locks.IsEmpty)
            _state = Left(_state, function, here)!;
    }

    /// <summary>What holds when control is here, or, if that is null, when the function has ended.</summary>
    public static FlowState? Left(FlowState? state, FunctionBody function, SyntaxNode? here) => state is null || state.Locks.IsEmpty ? state : state.With(state.Locks.Select(
        static (world, arg) =>
        {
            for (var i = world.Held.Length - 1; i >= 0; i--)
            {
                if (world.Held[i] is { Kind: LockKind.Lock, Guard: null, Acquisition.Parent: LockStatementSyntax statement }
                    && arg.function.Syntax.Span.Contains(statement.Span) && (arg.here is null || !statement.Span.Contains(arg.here.Span)))
                {
                    world = world.Without(i);
                }
            }

            return world;
        },
        (function, here)));
}
