using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// In a nullable context Roslyn's graph of <c>lock (x)</c> on a <c>System.Threading.Lock</c> holds neither the acquisition nor the release
/// (4.14 to 5.12: an invalid operation, then the body). The syntax says all there is to know: the lock is held exactly inside the statement.
/// </summary>
internal sealed partial class BodyInterpreter
{
    private void EnterScope(LockStatementSyntax statement, IOperation locked)
    {
        var target = locked;
        foreach (var child in locked.ChildOperations)
        {
            target = child;
            break;
        }

        var path = function.Paths.Resolve(target) ?? AccessPath.Opaque(statement.Expression);
        if (Records)
            model.Facts.AddAcquisition(new AcquisitionFact(statement.Expression, LockKind.Lock, path, context, _state));
        var held = new HeldLock(path, LockKind.Lock, LockMode.Exclusive, statement.Expression, null, statement);
        _state = _state.With(_state.Locks.Select(static (world, held) => world.Acquire(held), held));
    }

    private void LeaveScopes(SyntaxNode at)
    {
        foreach (var world in _state.Locks.Worlds)
        {
            foreach (var held in world.Held)
            {
                if (held.Scope is { } scope && !scope.FullSpan.Contains(at.Span))
                {
                    _state = _state.With(_state.Locks.Select(Leave, at));
                    return;
                }
            }
        }
    }

    private static LockWorld Leave(LockWorld world, SyntaxNode at)
    {
        for (var i = world.Held.Length - 1; i >= 0; i--)
        {
            if (world.Held[i].Scope is { } scope && !scope.FullSpan.Contains(at.Span))
                world = world.Without(i);
        }

        return world;
    }
}
