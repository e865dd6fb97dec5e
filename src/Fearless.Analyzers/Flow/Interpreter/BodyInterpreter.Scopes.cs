using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Objects of the program's own types that hold a lock, adopt one, or let one go, from their construction to their disposal.</summary>
internal sealed partial class BodyInterpreter
{
    private void EnterScope(IObjectCreationOperation creation)
    {
        if (model.Summaries?.Scopes.Of(creation, model.Cancellation) is not { } scope
            || Binding.Of(creation, function.Paths.Resolve).Translate(scope.Path) is not { } path)
        {
            return;
        }

        switch (scope.Kind)
        {
            case ScopeKind.Holds:
                if (Records)
                {
                    var effect = new LockEffect(LockAction.Acquire, scope.LockKind, null, scope.Mode, returnsGuard: true, path: path);
                    model.Facts.AddAcquisition(new AcquisitionFact(creation.Syntax, null, effect, path, context, _state));
                }

                var held = new HeldLock(path, scope.LockKind, scope.Mode, creation.Syntax, creation.Syntax);
                _state = _state.With(_state.Locks.Select(static (world, held) => world.Acquire(held), held));
                break;
            case ScopeKind.Adopts:
                _state = _state.With(_state.Locks.Select(
                    static (world, arg) => world.Find(arg.path, arg.scope.Mode) is var index and >= 0 && world.Held[index].Guard is null
                        ? world.Replace(index, world.Held[index].GuardedBy(arg.creation.Syntax))
                        : world,
                    (path, scope, creation)));
                break;
            default:
                var other = new HeldLock(path, scope.LockKind, scope.Mode, creation.Syntax, guard: null);
                _state = _state.With(_state.Locks.Select(static (world, arg) => world.Lend(arg.other, arg.creation.Syntax), (other, creation)));
                break;
        }
    }

    /// <summary>The end of such an object: what its <c>Dispose</c> does is known from its construction.</summary>
    private bool LeaveScope(IInvocationOperation call)
    {
        if (call is not { TargetMethod: { Name: "Dispose", Parameters.IsEmpty: true }, Instance: { } scope })
            return false;
        foreach (var origin in Origins(scope))
        {
            if (origin is BaseObjectCreationExpressionSyntax && IsKnown(origin))
                return ReleaseGuard(scope);
        }

        return false;
    }

    private bool IsKnown(object guard)
    {
        foreach (var world in _state.Locks.Worlds)
        {
            if (world.IsLent(guard))
                return true;
            foreach (var held in world.Held)
            {
                if (guard.Equals(held.Guard))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Somebody else's lock, by contract, is released here: where, for the case that it is not taken again.</summary>
    private void RecordGivenUp(HeldLock held, SyntaxNode at)
    {
        if (Records && held.IsContracted)
            model.Facts.Locks.AddGivenUp(held, at);
    }
}
